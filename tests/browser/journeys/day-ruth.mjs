export const name = 'day-ruth';
export const hour = '08:40';
export const rows = ['R1', 'R17', 'R18', 'R19', 'R44', 'R49', 'R80', 'R99'];

// 08:40. My day in one column.
async function inTheMorning(t, ruth) {
  await ruth.goto('/today');
  await ruth.sees('Bring the leaflet of the course');
  await ruth.sees('Thomas: we missed each other');
  await ruth.sees('2 tries left');
  await ruth.sees('Visits to get ready for');
  await ruth.sees(/Ana: It has been 16 days; you two usually meet weekly\./);
  await ruth.press('Thomas: we missed each other');
  await ruth.control('I sent a text', ['radio']).waitFor();
  await ruth.seesNot('I called');
  await ruth.sees('In a text say only: "Hello, this is Ruth.');
  await ruth.seesNot('voice mail');
  await ruth.seesNot('I left word');
}

// 08:55. The van is broken: it is not off before it is said how Ben was told.
// She calls, nobody answers; she leaves the neutral voice mail, as he marked it
// safe, and sets a retry at 11:30.
async function theVan(t, ruth) {
  await ruth.goto('/people');
  await ruth.press('Ben');
  await ruth.press('See our times, or make one');
  const times = ruth.path();
  const ours = () => ruth.within(ruth.page.locator('.item',
    { hasText: 'Library' }));
  await ours().press('Call it off');
  await ruth.press('Call it off');
  await ruth.sees('Please say how you told them. Then it can be saved.');
  await ruth.choose('I could not reach them yet');
  await ruth.sees('On a voice mail or in a text say only: "Hello, this is ' +
    'Ruth. Please call me when you like."');
  await ruth.choose('I left a voice mail');
  await ruth.press('Call it off');
  await ruth.sees('Please say when you will try again.');
  await ruth.look('off');
  await ruth.goto(times);
  t.ok(await ours().control('Call it off', ['link']).isVisible(),
    'nothing is off before he is told, or it is set when he will be');
  await ours().press('Call it off');
  await ruth.choose('I could not reach them yet');
  await ruth.choose('I left a voice mail');
  await ruth.choose('Today');
  await ruth.set('At what time', '11:30');
  await ruth.press('Call it off');
}

// Her vault, made on another day; in it her plan says: call Bea.
async function herVault(ruth) {
  await ruth.goto('/today');
  await ruth.press('Make a vault that only I can open');
  await ruth.type('A passphrase for my vault', 'kettle harbor violet');
  await ruth.type('The same once more', 'kettle harbor violet');
  await ruth.choose('I know: what is lost is lost');
  await ruth.press('Make my vault');
  await ruth.press('I have it on paper');
  await ruth.press('My plan to stay well');
  await ruth.type('Who I call after a heavy day', 'Bea');
  await ruth.press('Keep it in my vault');
}

// 11:10. In the car: what the morning brought up goes where only she reads it.
// Then: I shared. Seven taps, ten seconds, counted from Today.
async function inTheCar(ruth) {
  await ruth.goto('/today');
  await ruth.press('Put the day down');
  await ruth.type('One thing to leave here', 'the uncle: mine too');
  await ruth.press('Leave it here');
  await ruth.goto('/today');
  await ruth.press('I shared something of mine');
  await ruth.pick('What part of life it was', 'Being hurt or stalked');
  await ruth.choose('In general');
  await ruth.choose('I was asked');
  await ruth.choose('It seemed to help');
  await ruth.press('Keep that I shared');
  await ruth.sees(/Being hurt or stalked\s+.*In general/);
}

// 17:25. The end of the day: heavy. Her own plan says whom to call.
async function endOfDay(ruth) {
  await ruth.goto('/today');
  await ruth.press('Put the day down');
  await ruth.choose('Heavy');
  await ruth.press('Leave it here');
  await ruth.sees('It was heavy. Who I call:');
  await ruth.sees('Bea');
}

// 11:30. Ben: reached. Done.
async function atHalfPastEleven(ruth) {
  await ruth.goto('/today');
  await ruth.sees(/Tell Ben: a time is off\s+Again: .*11:30/);
  await ruth.press('Tell Ben: a time is off');
  await ruth.sees('One try left.');
  await ruth.choose('I called');
  await ruth.choose('We are in touch');
  await ruth.press('Save');
  await ruth.sees('Done. You two are in touch.');
}

// 12:00. The team meets: Ana said yes to her job interview; Denise named two
// only, and is not in the big meeting. What is not hers to do has a sentence.
async function theTeam(t, ruth) {
  await ruth.goto('/today');
  await ruth.press(ruth.page.locator('a[href^="/meetings/"]',
    { hasText: /Today, 12/ }));
  const ana = ruth.page.locator('article', { hasText: 'Ana' });
  t.ok((await ana.innerText()).includes('Mi entrevista de trabajo'),
    'Ana said yes to one thing');
  const denise = ruth.page.locator('li', { hasText: 'Denise' });
  t.ok((await denise.innerText()).includes('No permission to speak about'),
    'Denise did not say yes to all of them');
  await ruth.seesNot("My uncle's visit");
  await ruth.goto('/today');
  await ruth.press('Medication');
  await ruth.sees("That isn't part of the peer role. They can tell you. " +
    'Shall I ask whether they want to?');
  await ruth.sees('No name, and about nobody.');
}

// 10:40. What Denise wants said to Dr. Rao and Luis, and to nobody else; Ruth
// reads it to them, so she is named too.
async function saidForHer(denise) {
  await denise.goto('/me/say/new?kind=tell');
  await denise.type('What they should know',
    'My uncle comes on Saturday. I am afraid.');
  await denise.type('What I do not want', "Don't call police, don't move me");
  for (const who of ['Luis Ortega', 'Dr. Anita Rao', 'Ruth Bell']) {
    await denise.choose(who);
  }
  await denise.choose('They may read it out loud to the team');
  await denise.press('Read it through');
  await denise.press(/^Denise$/);
}

// What they understood and what they will do, each for themselves.
async function understood(t, who, words, will) {
  const h = await t.person(who);
  await h.goto('/read');
  await h.press(h.page.locator('a[href^="/words/"]', { hasText: 'Denise' })
    .first());
  await h.sees("Don't call police, don't move me");
  await h.type('What I understood', words);
  await h.type('I will', will);
  await h.press('Send to Denise');
  await h.goto('/promised');
  await h.sees(will);
}

// 12:20. "These are her words": Ruth reads them to Dr. Rao and Luis, who type
// what they understood and what they will do, and that is a promise.
async function herWords(t, ruth) {
  const denise = await t.person('denise');
  await saidForHer(denise);
  const hers = denise.path();
  await ruth.goto('/today');
  await ruth.press(ruth.page.locator('a[href^="/words/"]',
    { hasText: 'Denise' }));
  await ruth.sees("Denise's words");
  await ruth.sees('My uncle comes on Saturday. I am afraid.');
  await ruth.type('Where, and when', 'To Dr. Rao and Luis, today at 12:20');
  await ruth.press('Say so to Denise');
  await ruth.sees('Said. Denise can see it now.');
  await understood(t, 'rao', 'You are afraid of Saturday, and want no police.',
    'Call you on Saturday evening');
  await understood(t, 'luis', 'You are not to be alone on Saturday.',
    'Be at the building from 1 to 3');
  await denise.goto(hers);
  await denise.sees('It was read out loud');
  await denise.sees('To Dr. Rao and Luis, today at 12:20');
  await denise.sees('Dr. Rao understood this');
  await denise.sees('Luis will do this');
}

// Ruth's day (day 5.2 of docs/sources.md), at the hours there are pages for.
export async function run(t) {
  const ruth = await t.person('ruth');
  await herVault(ruth);
  await inTheMorning(t, ruth);
  await theVan(t, ruth);
  await inTheCar(ruth);
  await atHalfPastEleven(ruth);
  await theTeam(t, ruth);
  await herWords(t, ruth);
  await endOfDay(ruth);
}
