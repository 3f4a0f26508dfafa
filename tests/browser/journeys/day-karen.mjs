import { day } from '../lib/program.mjs';

export const name = 'day-karen';
export const rows = ['R20', 'R48', 'R56', 'R80'];
export const ways = ['keys'];

// 08:30. Program today: counts, and no word of anybody.
async function programToday(karen) {
  await karen.goto('/today');
  await karen.sees('3 promises to people are past their day and still open. ' +
    'Since Monday: 3.');
  await karen.sees('Calls after a miss, this week');
  // 11 of 12: that leaves one, and so few are not said.
  await karen.sees('11 of 12 were made.');
  await karen.sees('Time given this week');
  for (const hers of ['landlord', 'bus pass', 'Denise', 'Thomas', 'uncle',
    'Gloria', 'who comes instead']) {
    await karen.seesNot(hers);
  }
}

// 09:00. The heat reached the team lead. She answers in plain words, with a day;
// Denise, and not Karen, can end it.
async function theHeat(t, denise, karen) {
  await denise.goto('/me/promises');
  await denise.within(denise.page.locator('li',
    { hasText: 'Call the landlord about the heat' }).first())
    .press('Make more noise');
  await denise.press('One step up now');
  await denise.sees('Has it since');
  const ask = denise.path();
  await karen.goto('/today');
  await karen.press(/^\s*An ask for you\s*Open 12 days/);
  await karen.sees('Call the landlord about the heat.');
  await karen.type('What I understood', 'Your flat is cold at night. I call ' +
    'the landlord myself, and write to you what he says.');
  await karen.type('I will', 'Call the landlord about the heat');
  await karen.within(karen.page.locator('.row',
    { has: karen.page.locator('[name=will-0]') })).set('By when', day(2));
  await karen.press('Send this answer');
  await karen.sees('Denise can read it now.');
  await karen.sees('Only Denise can end it.');
  await karen.seesNot('End it');
  await denise.goto('/me');
  await denise.press('Karen wrote back about what I asked for');
  await denise.sees('Your flat is cold at night.');
  await denise.choose('It is done');
  await denise.press('End it');
  t.is(denise.path(), ask, 'it is the same ask');
  await denise.sees('Nobody but me can read it now.');
  await karen.goto('/asked');
  await karen.seesNot('Open 12 days');
}

// 11:15. By sort of thing, this quarter: on one sheet for the directors.
async function notMine(t, karen) {
  await karen.goto('/role/asked');
  for (const line of [/Medication\s+11\s/, /Front desk\s+7\s/,
    /Transport errand\s+19\s/]) {
    await karen.sees(line);
  }
  const sheet = await t.print(karen.page, 'Letter');
  t.is(sheet.pages, 1, 'one sheet');
  t.ok(/Transport errand\s+19/.test(sheet.text), 'with the sums on it');
}

// 14:00. "Read statements within 2 days" was owed an answer by the 12th: late, in
// amber, to everybody, also who is not signed in.
async function theCouncil(t, karen, denise) {
  const anybody = await t.person('');
  const from = [[karen, '/today'], [denise, '/me'], [anybody, '/sign-in']];
  for (const [h, home] of from) {
    await h.goto(home);
    await h.press('The peer council');
    const late = h.page.locator('article',
      { hasText: 'Read statements within 2 days' }).locator('.tag--amber');
    t.ok(/Late: an answer was owed by .*\b12\b/.test(await late.innerText()),
      'late since the 12th, in amber');
  }
}

// Karen's day (day 5.3 of docs/sources.md), at the hours there are pages for.
export async function run(t) {
  const karen = await t.person('karen');
  await programToday(karen);
  const denise = await t.person('denise');
  await theHeat(t, denise, karen);
  await notMine(t, karen);
  await theCouncil(t, karen, denise);
}
