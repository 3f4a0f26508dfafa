import { day } from '../lib/program.mjs';

export const name = 'day-ruth';
export const rows = ['R17', 'R18', 'R19', 'R44', 'R49', 'R80', 'R88'];

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
}

// 08:55. The van is broken: it is not off before it is said how Ben was told.
// She calls, nobody answers; she leaves a word that says nothing, and tries
// again at 11:30.
async function theVan(t, ruth) {
  await ruth.goto('/people');
  await ruth.press('Ben');
  await ruth.press('See our times, or make one');
  const times = ruth.path();
  await ruth.press('Make a time');
  await ruth.set('Day', day(2));
  await ruth.set('Time', '10:00');
  await ruth.type('What we do, if we know', 'The hardware store');
  await ruth.press('Save this time');
  const ours = () => ruth.within(ruth.page.locator('.item',
    { hasText: 'The hardware store' }));
  await ours().press('Call it off');
  await ruth.press('Call it off');
  await ruth.sees('Please say how you told them. Then it can be saved.');
  await ruth.choose('I could not reach them yet');
  await ruth.press('Call it off');
  await ruth.sees('Please say when you will try again.');
  await ruth.sees('Hello, this is Ruth. Please call me when you like.');
  await ruth.look('off');
  await ruth.goto(times);
  t.ok(await ours().control('Call it off', ['link']).isVisible(),
    'nothing is off before he is told, or it is set when he will be');
  await ours().press('Call it off');
  await ruth.choose('I could not reach them yet');
  await ruth.choose('Tomorrow');
  await ruth.set('At what time', '11:30');
  await ruth.press('Call it off');

  // 11:30. Reached. Done.
  await ruth.sees(/Tell Ben: a time is off\s+Again: .*11:30/);
  await ruth.press('Tell Ben: a time is off');
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

// 12:20. "These are her words": Ruth has them read by Luis, who types what he
// understood and what he will do, and that is a promise of his.
async function herWords(t, ruth) {
  const denise = await t.person('denise');
  await denise.goto('/me/say/new?kind=tell');
  await denise.type('What they should know', 'My uncle comes on Saturday.');
  for (const who of ['Luis Ortega', 'Dr. Anita Rao', 'Ruth Bell']) {
    await denise.choose(who);
  }
  await denise.press('Read it through');
  await denise.press(/^Denise$/);
  await ruth.goto('/today');
  await ruth.press(ruth.page.locator('a[href^="/words/"]',
    { hasText: 'Denise' }));
  await ruth.sees("Denise's words");
  await ruth.sees('My uncle comes on Saturday.');
  const luis = await t.person('luis');
  await luis.goto('/read');
  await luis.press(luis.page.locator('a[href^="/words/"]',
    { hasText: 'Denise' }).first());
  await luis.type('What I understood', 'You are not to be alone on Saturday.');
  await luis.type('I will', 'Be at the building from 1 to 3');
  await luis.press('Send to Denise');
  await luis.goto('/promised');
  await luis.sees('Be at the building from 1 to 3');
}

// Ruth's day (domain.md 5.2), at the hours there are pages for.
export async function run(t) {
  const ruth = await t.person('ruth');
  await inTheMorning(t, ruth);
  await theVan(t, ruth);
  await theTeam(t, ruth);
  await herWords(t, ruth);
}
