import { day } from '../lib/program.mjs';

export const name = 'hopes';
export const rows = ['R32', 'R33', 'R34', 'R35', 'R36', 'R37', 'R38', 'R39',
  'R40', 'R41'];
export const ways = ['touch'];

// A step in three taps, sized by her; it is in the line (acceptance test 1).
async function aStep(t, denise) {
  await denise.goto('/me');
  await denise.press('My hopes');
  await denise.sees('Go out more');
  await denise.look('list');
  await denise.type('What I did', 'Walk down the stairs');
  await denise.choose('Huge');
  await denise.type('The first time in how many years?', '30');
  await denise.press('Keep this step');
  await denise.sees('Walk down the stairs');
  await denise.sees('The first time in 30 years');
  await denise.look('one');
  await denise.press("How far I've come");
  await denise.sees('My first wish:');
  await denise.sees('Walk down the stairs');
  await denise.look('far');
  for (const paper of ['A4', 'Letter']) {
    const sheet = await t.print(denise.page, paper);
    t.is(sheet.pages, 1, `on one sheet of ${paper}`);
    t.ok(sheet.text.includes('Walk down the stairs'), 'with what is in it');
  }
}

// What Ruth noticed is a question until she says so, in her words.
async function noticed(t, denise, ruth) {
  await denise.goto('/me/hopes');
  await denise.press('Ruth noticed something. Is it so?');
  await denise.look('noticed');
  await denise.type('In my words', 'I said hello first');
  await denise.choose('Big');
  await denise.press('Yes, it is so');
  await ruth.goto('/people');
  await ruth.press('Denise');
  await ruth.press('What Denise hopes for');
  await ruth.sees('Go out more');
  await ruth.seesNot('Earn my own money');
  await ruth.look('peers-list');
  await ruth.press(/Go out more/);
  await ruth.sees('I said hello first');
  await ruth.look('peers-one');
  await ruth.press('Offer it to Denise');
  await ruth.sees('Please write a few words.');
  await ruth.type('What I noticed', 'You held the door for me');
  await ruth.press('Offer it to Denise');
  await ruth.sees('Waits for a yes');
  await denise.goto('/me/hopes');
  await denise.press('Ruth noticed something. Is it so?');
  await denise.press('No, leave it out');
  await ruth.goto(ruth.path());
  await ruth.seesNot('You held the door for me');
  await denise.goto('/me/seen');
  await denise.sees('Ruth saw a hope of mine');
}

// Her own words, a version before, a job application, a return to school.
async function ownWords(t, denise) {
  await denise.goto('/me/hopes');
  await denise.press('Write down a hope');
  await denise.press('Keep this hope');
  await denise.sees('Please write a few words.');
  await denise.type('What I hope for', 'Earn money');
  await denise.press('Keep this hope');
  await denise.type('What I did', 'Sent a job application');
  await denise.press('Keep this step');
  await denise.press('Something others count, too');
  await denise.choose('Went back to school');
  await denise.choose('Yes, count it without my name');
  await denise.look('mile');
  await denise.press('Keep this');
  await denise.sees('Went back to school');
  await denise.press('I see something in a new way');
  await denise.type('I used to see it like this', 'Work is for others.');
  await denise.type('Now I see it like this', 'Some of it is for me.');
  await denise.look('shift');
  await denise.press('Keep this');
  await denise.sees('Some of it is for me.');
  await denise.press('My words for it, who sees it, and rest');
  await denise.sees('Only I see it.');
  await denise.type('How I say it now', 'Earn my own money');
  await denise.press('Say it so');
  await denise.sees('Until');
  await denise.look('change');
}

// A picture in the place of words: it stays with the hope, and can have words.
async function aPicture(t, denise) {
  await denise.goto('/me/hopes/new');
  await denise.look('new');
  await denise.choose('Peace');
  await denise.press('Keep this hope');
  await denise.sees('Picture: Peace');
  await denise.press("How far I've come");
  await denise.sees('My first wish: Peace');
  const sheet = await t.print(denise.page, 'Letter');
  t.ok(sheet.text.includes('Picture: Peace'), 'on paper, too');
  await denise.press('A hope of mine');
  await denise.press('My words for it, who sees it, and rest');
  await denise.type('How I say it now', 'A quiet evening');
  await denise.within(denise.page
    .locator('section[aria-labelledby=words]')).unfold();
  await denise.choose('Music');
  await denise.press('Say it so');
  await denise.sees('Picture: Music');
  await denise.sees('Until');
}

// Ruth types beside her: no hope before her yes, and then hers alone.
async function together(t, denise, ruth) {
  await denise.goto('/me/hopes/new');
  await denise.press('Ruth may type it');
  await denise.sees('Ruth can type this now. Only I can say yes to it.');
  const draft = denise.path();
  await ruth.goto('/people');
  await ruth.press('Denise');
  await ruth.press('What Denise hopes for');
  await ruth.press(ruth.page.getByRole('link', { name: 'A hope to type' })
    .first());
  await ruth.look('typing');
  await ruth.press('Save for Denise to read');
  await ruth.sees('Please write a few words.');
  await ruth.type('The hope, as it is said', 'Grow beans on the sill');
  await ruth.choose('Out of doors');
  await ruth.press('Save for Denise to read');
  await ruth.sees('Saved.');
  const typing = ruth.path();
  await denise.goto(draft);
  await denise.sees('Ruth typed this for me');
  await denise.sees('Picture: Out of doors');
  await denise.type('What I hope for', 'Grow my own beans');
  await denise.look('typed');
  await denise.press('Yes, this is my hope');
  await denise.sees('Grow my own beans');
  await ruth.goto(typing);
  await ruth.sees('There is nothing here');
  // Other words for one she opened: hers stay until she says so.
  await ruth.goto('/people');
  await ruth.press('Denise');
  await ruth.press('What Denise hopes for');
  await ruth.seesNot('Grow my own beans');
  await ruth.press(/Go out more/);
  await ruth.type('The hope, as it is said now', 'See the street each day');
  await ruth.press('Save for Denise to read');
  await ruth.sees('Waits for a yes');
  await denise.goto('/me/hopes');
  await denise.sees('Go out more');
  await denise.press('Ruth typed other words for a hope');
  await denise.sees('Up to now I say: Go out more');
  await denise.press('No, leave it out');
  await denise.sees('Go out more');
}

// Ruth hands her tablet over: what Denise does there is all her own.
async function onRuthsTablet(t, ruth) {
  await ruth.goto('/people');
  await ruth.press('Denise');
  await ruth.press('What Denise hopes for');
  await ruth.press('Or Denise does all of it on a shared tablet');
  await ruth.press('Make a code');
  const code = (await ruth.page.locator('.code').innerText()).trim();
  await ruth.look('code');
  await ruth.press('Sign me out, and hand it over');
  await ruth.type('My code', code);
  await ruth.press('Start');
  await ruth.goto('/me/hopes');
  await ruth.press(/Go out more/);
  await ruth.type('What I did', 'Looked at the course with Ruth');
  await ruth.press('Keep this step');
  await ruth.sees('Looked at the course with Ruth');
  await ruth.goto('/me');
  await ruth.press('Sign out');
  await ruth.sees('All done, and all saved');
}

// A peer keeps it: off her list, and she can let it go.
async function kept(t, denise) {
  await denise.unfold();
  await denise.within(denise.page.getByRole('group', { name: 'Who keeps it?' }))
    .choose('Ruth');
  await denise.set('Ask me again on', day(20));
  await denise.press('Keep it for me');
  await denise.seesNot('Earn my own money');
  await denise.press('Kept for me, done, let go');
  await denise.seesNot('Earn my own money');
  await denise.look('rest');
  await denise.press(/Ruth keeps one until/);
  await denise.sees('Ruth keeps this for me until');
  await denise.press('My words for it, who sees it, and rest');
  await denise.press('Let it go');
  await denise.sees('Let go');
}

// The path changes, its heart stays, and what was done counts (test 8).
async function path(t, denise) {
  await denise.goto('/me/hopes');
  await denise.press(/Be a nurse/);
  await denise.press('Change the path');
  await denise.look('path');
  await denise.press(/Add it.*Home health aide/);
  await denise.within(denise.page.getByRole('group',
    { name: 'Home health aide' })).choose('I go this way');
  await denise.press('Keep what I chose');
  await denise.sees('Find at least 3 ways first.');
  await denise.press(/Add it.*Phlebotomy/);
  await denise.type('A way I think of', 'Sit with people at night');
  await denise.press('Add it');
  await denise.within(denise.page.getByRole('group',
    { name: 'Sit with people' })).choose('I go this way');
  await denise.press('Keep what I chose');
  await denise.sees("At its heart: caring for people's bodies");
  await denise.sees('It came from: Be a nurse');
  await denise.sees('5 things that moved on the way here still count.');
  await denise.look('credit');
  await denise.press("How far I've come");
  await denise.sees('Be a nurse');
  await denise.sees('told someone I wanted it');
  await denise.sees('The path went on:');
}

// What one of the team hopes stands apart, and is none of hers.
async function ofTheTeam(t, denise) {
  const luis = await t.person('luis');
  await luis.goto('/read');
  await luis.press('What I hope for someone');
  await luis.press('Say it');
  await luis.sees('Please choose who it is for.');
  await luis.pick('Who it is for', 'Denise C.');
  await luis.type('What I hope for them', 'That your flat is warm this winter');
  await luis.press('Say it');
  await luis.sees('Saved.');
  await luis.look('team');
  await denise.goto('/me/hopes');
  await denise.sees('Their hope for me');
  await denise.sees('That your flat is warm this winter');
  const it = denise.within(denise.page.locator('li',
    { hasText: 'That your flat is warm this winter' }));
  await it.press('Take it away');
  await denise.seesNot('That your flat is warm this winter');
}

export async function run(t) {
  const denise = await t.person('denise');
  const ruth = await t.person('ruth');
  await aStep(t, denise);
  await noticed(t, denise, ruth);
  await ownWords(t, denise);
  await kept(t, denise);
  await path(t, denise);
  await aPicture(t, denise);
  await together(t, denise, ruth);
  await ofTheTeam(t, denise);
  await ruth.goto('/other-ways');
  await ruth.sees('Home health aide');
  await ruth.look('shelf');
  await onRuthsTablet(t, ruth);
  const karen = await t.person('karen');
  await karen.sees('Moving, in the last 60 days');
  await karen.sees('Smoke less');
  await karen.seesNot('Denise');
  await karen.look('moving');
}
