export const name = 'vault';
export const rows = ['R1', 'R5', 'R7', 'R99', 'R102'];
export const ways = ['touch', 'plain'];

const pass = 'heron lantern gravel';
const story = 'there was a time in my life when somebody hurt me';

// Loss is said before the first word; the code comes to paper.
async function makes(t, ruth) {
  await ruth.goto('/today');
  await ruth.press('Make a vault that only I can open');
  await ruth.sees('If I lose both my passphrase and my paper, what is in it ' +
    'is lost.');
  await ruth.look('new');
  await ruth.type('A passphrase for my vault', pass);
  await ruth.type('The same once more', pass);
  await ruth.press('Make my vault');
  await ruth.sees('Please say that you know: what is lost is lost.');
  await ruth.type('A passphrase for my vault', pass);
  await ruth.type('The same once more', pass);
  await ruth.choose('I know: what is lost is lost');
  await ruth.press('Make my vault');
  await ruth.sees('Please print it or write it down now');
  await ruth.look('code');
  const code = (await ruth.page.locator('.code').innerText()).trim();
  await ruth.press('I have it on paper');
  await ruth.look('open');
  return code;
}

// What she would say, at a depth; and that she said it, in ten seconds.
async function ofHerLife(t, ruth) {
  await ruth.press('What I would say');
  const children = ruth.page.getByText('Children taken into care');
  t.ok(!await children.isVisible(), 'what hurts is folded away');
  await ruth.press('Being hurt or stalked'); // she opened it in her deck
  await ruth.choose('In general');
  await ruth.type('In general', story);
  await ruth.look('card');
  await ruth.press('Keep it in my vault');
  await ruth.sees('Saved.');
  await ruth.press('What I would say');
  await ruth.sees(story);
  await ruth.look('cards');
  await ruth.goto('/today');
  await ruth.press('I shared something of mine');
  await ruth.pick('What part of life it was', 'Being hurt or stalked');
  await ruth.choose('In general');
  await ruth.choose('I was asked');
  await ruth.choose('It seemed to help');
  await ruth.choose('Add one to the numbers of all peers');
  await ruth.press('Keep that I shared');
  await ruth.sees(/Being hurt or stalked\s+.*In general/);
  await ruth.look('shared');
}

// One of them she opens to Karen, to talk about it; the others stay shut.
async function opensOne(t, ruth) {
  await ruth.choose('It did not help');
  await ruth.press('Keep that I shared');
  const one = ruth.within(ruth.page.locator('li.item',
    { hasText: 'Being hurt or stalked' }));
  await one.unfold();
  await one.press('Open it to Karen');
  await ruth.sees('Karen can read this one.');
  const karen = await t.person('karen');
  await karen.goto('/today');
  await karen.press('Opened to me, to talk about');
  await karen.sees('Being hurt or stalked');
  await karen.seesNot('It did not help');
  await karen.look('opened');
  await ruth.press('Shut it again');
  await karen.goto('/deck/shown');
  await karen.sees('Nothing is opened to you now.');
}

// Heavy; her own plan says whom to call.
async function putsItDown(t, ruth) {
  await ruth.goto('/vault');
  await ruth.press('My plan to stay well');
  await ruth.type('Who I call after a heavy day', 'Bea, at home after 6');
  await ruth.press('Keep it in my vault');
  await ruth.look('plan');
  await ruth.goto('/today');
  await ruth.press('Put the day down');
  await ruth.sees('Mine, not theirs');
  await ruth.choose('Heavy');
  await ruth.type('One thing to leave here', 'the uncle: mine too');
  await ruth.press('Leave it here');
  await ruth.sees('It was heavy. Who I call:');
  await ruth.sees('Bea, at home after 6');
  await ruth.look('down');
  await ruth.goto('/vault/all');
  for (const words of [story, 'the uncle: mine too', 'Bea, at home after 6']) {
    await ruth.sees(words);
  }
  await ruth.look('all');
}

// The portfolio goes along alone, with no word of the rest.
async function takesAlong(t, ruth) {
  await ruth.goto('/portfolio');
  await ruth.seesNot('Take it along');
  await ruth.type('What I am good at', 'Being there when it is quiet');
  await ruth.type('Who speaks for me', 'Dolores Vega, at the office');
  await ruth.press('Keep it in my vault');
  await ruth.press('Take it along: on paper, or as a file');
  await ruth.sees('Ruth Bell');
  await ruth.sees('Being there when it is quiet');
  await ruth.seesNot('What I know well');
  await ruth.seesNot('Bea, at home after 6');
  await ruth.look('portfolio');
  const file = await ruth.page.request.get('/portfolio/file');
  t.is(await file.text(), 'Ruth Bell\nPeer specialist\n\n' +
    'What I am good at\nBeing there when it is quiet\n\n' +
    'Who speaks for me\nDolores Vega, at the office\n', 'the file');
}

// Shut, it is shut: to a form that comes late too, whose words are not lost.
async function shuts(t, ruth, code) {
  await ruth.goto('/vault');
  await ruth.press('Shut my vault now');
  await ruth.goto('/deck/cards');
  await ruth.sees('My passphrase, or the code on my paper');
  await ruth.seesNot(story);
  await ruth.look('shut');
  await ruth.type('My passphrase, or the code on my paper', 'not these words');
  await ruth.press('Open my vault');
  await ruth.sees('This is not your passphrase, nor the code on your paper.');
  await ruth.type('My passphrase, or the code on my paper', code);
  await ruth.press('Open my vault');
  await ruth.sees(story);
}

// A form that comes in when the vault is shut by now (another tab shut it) comes
// back filled in, and is saved once it is open again.
async function lateWords(t, ruth) {
  const late = 'what I typed too late';
  await ruth.goto('/down');
  await ruth.type('One thing to leave here', late);
  const other = await ruth.page.context().newPage();
  await other.goto(`${t.base}/vault`);
  await other.evaluate(() =>
    document.querySelector('form[action="/vault/close"]').submit());
  await other.getByText('My passphrase, or the code on my paper').waitFor();
  await ruth.press('Leave it here');
  await ruth.sees('My vault is shut by now, so this is not saved yet.');
  t.is(await ruth.control('One thing to leave here', ['textbox']).inputValue(),
    late, 'the words stand there');
  await ruth.look('late');
  await other.locator('#f-password').fill(pass);
  await other.evaluate(() =>
    document.querySelector('form[action="/vault/open"]').submit());
  await other.getByText('Shut my vault now').waitFor();
  await other.close();
  await ruth.press('Leave it here');
  await ruth.sees('Saved.');
  t.is(await ruth.control('One thing to leave here', ['textbox']).inputValue(),
    '', 'they are not typed in again');
  await ruth.goto('/vault/all');
  await ruth.sees(late);
}

// A new password opens nothing of it, not in this browser either.
async function newPassword(t, ruth) {
  await ruth.goto('/account');
  await ruth.type('My password now', t.password);
  await ruth.type('A new password', 'quiet river seven');
  await ruth.press('Change my password');
  await ruth.goto('/deck/cards');
  await ruth.seesNot(story);
  await ruth.type('My passphrase, or the code on my paper',
    'quiet river seven');
  await ruth.press('Open my vault');
  await ruth.sees('This is not your passphrase, nor the code on your paper.');
  await ruth.type('My passphrase, or the code on my paper', pass);
  await ruth.press('Open my vault');
  await ruth.sees(story);
}

// Nobody else has a page of it.
async function nobodyElse(t) {
  for (const who of ['karen', 'ada', 'denise']) {
    const other = await t.person(who);
    for (const path of ['/vault', '/vault/all', '/deck/cards', '/deck/shared',
      '/down', '/plan', '/portfolio', '/portfolio/paper',
      '/portfolio/file']) {
      const answer = await other.goto(path);
      t.is(answer.status(), 403, `${who} at ${path}`);
    }
  }
}

export async function run(t) {
  const ruth = await t.person('ruth');
  const code = await makes(t, ruth);
  await ofHerLife(t, ruth);
  await opensOne(t, ruth);
  await putsItDown(t, ruth);
  await takesAlong(t, ruth);
  await shuts(t, ruth, code);
  await lateWords(t, ruth);
  await newPassword(t, ruth);
  await nobodyElse(t);
  const karen = await t.person('karen');
  await karen.goto('/deck/domains');
  await karen.press('What peers shared of their own');
  await karen.sees('No number has 5 peers or more behind it.');
  await karen.look('counts');
}
