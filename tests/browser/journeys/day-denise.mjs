import { next } from '../lib/program.mjs';

export const name = 'day-denise';
export const rows = ['R20', 'R39', 'R40', 'R44', 'R48', 'R52'];

const FRIDAY = 5, MONDAY = 1;

const row = (h, words) => h.within(h.page.locator('fieldset',
  { has: h.page.locator('legend', { hasText: words }) }).first());

// 10:00. "Call the landlord about the heat: not done." More noise: team lead,
// then program director on Friday, not the board.
async function atTen(t, denise) {
  await denise.goto('/me/promises');
  const heat = denise.within(denise.page.locator('li',
    { hasText: 'Call the landlord about the heat' }).first());
  t.ok(/Luis, by .*Its day is over/s.test(await heat.where.innerText()),
    'it says who, by when, and that the day is over');
  await heat.press('Make more noise');
  await denise.sees('How loud?');
  await row(denise, 'Team lead').choose('Now');
  await row(denise, 'Program director').choose('On a day');
  await row(denise, 'Program director').set('The day, if I chose one',
    next(FRIDAY));
  await row(denise, 'Board').choose('Not here');
  await denise.press('Make it this loud');
  const has = await denise.page.getByRole('listitem').allInnerTexts();
  const says = (step, words) => t.ok(has.some((l) =>
    l.includes(step) && l.includes(words)), `${step}: ${words}`);
  says('Team lead', 'Has it since');
  says('Program director', 'Gets it on Friday');
  says('The board', 'Not here');
}

// 10:25. "Be a nurse" has been asleep. What made it hard, three other ways inside
// caring for people's bodies, two to read; and how far she has come.
async function atTwentyFivePastTen(t, denise) {
  await denise.goto('/me');
  await denise.press('My hopes');
  await denise.press(/Be a nurse/);
  await denise.sees('Asleep');
  await denise.press('Change the path');
  await denise.choose('Years of school');
  await denise.choose('Money');
  await denise.press('Keep this');
  await denise.press(/Add it.*Home health aide/);
  await denise.press(/Add it.*Phlebotomy course/);
  const way = (name) => denise.within(denise.page.getByRole('group', { name }));
  await way('Volunteer doula').choose('Not for me');
  await way('Home health aide').choose('Keep it to read');
  await way('Phlebotomy course').choose('Keep it to read');
  await denise.press('Keep what I chose');
  await denise.sees('Saved.');
  await denise.press('A hope of mine');
  await denise.sees('Be a nurse');
  await denise.press("How far I've come");
  const steps = await denise.page.locator('main ol > li').allInnerTexts();
  t.is(steps.length, 7, 'the wish, five steps, and today');
  t.ok(steps[1].includes('told someone I wanted it'), 'the first of them');
}

// 10:40. Said for her: Ruth types, she fixes one word, chooses who and which
// details, says what she does not want, and presses her name.
async function atTwentyToEleven(t, denise, ruth) {
  await denise.goto('/me/say/new?kind=tell');
  await denise.type('What they should know', 'I am afraid.');
  await denise.press('Keep it for later');
  await denise.press('I am afraid.');
  await denise.press('Ruth may type it');
  await ruth.goto('/people');
  await ruth.press('Denise');
  await ruth.press('Say it for me');
  await ruth.type('What they should know',
    'My ankle comes on Saturday. I am afraid.');
  await ruth.press('Save for Denise to read');
  await denise.goto('/me/say');
  await denise.press('My ankle comes on Saturday.');
  await denise.type('What they should know',
    'My uncle comes on Saturday. I am afraid.');
  await denise.type('What I do not want', "Don't call police, don't move me");
  await denise.type('A detail', 'He hurt me');
  await denise.within(denise.page.getByRole('group',
    { name: 'May they know this?' }).nth(0)).choose('Yes, they may know');
  await denise.type('One more detail', 'What he did');
  await denise.choose('Luis Ortega');
  await denise.choose('Dr. Anita Rao');
  await denise.set('Until which day?', next(MONDAY));
  await denise.press('Read it through');
  t.is(await denise.page.locator('h1').innerText(),
    'Dr. Rao and Luis will see exactly this.', 'in big words');
  await denise.sees('My uncle comes on Saturday.');
  await denise.sees("Don't call police, don't move me");
  await denise.sees('He hurt me');
  await denise.seesNot('What he did');
  await denise.look('yes');
  await denise.press(/^Denise$/);
}

// 11:00. Written together; she takes out "family"; both press done.
async function atEleven(t, denise, ruth) {
  await ruth.goto('/contacts/log');
  await ruth.choose('Denise');
  const minutes = (name) => ruth.within(ruth.page.getByRole('group', { name }));
  await minutes('Just being together').choose('Other');
  await ruth.type('Minutes of just being together', '35');
  await minutes('Working on something').choose('30');
  await ruth.press('Save');
  const lines = ['We talked about family', 'We looked at two courses',
    'We ask again about heat'];
  for (const [i, words] of lines.entries()) {
    await ruth.type(`Line ${i + 1}`, words);
  }
  await ruth.press('I am done');
  const at = ruth.path();
  await denise.goto('/me');
  await denise.press(denise.page.locator(
    `a[href="/me/record/${at.split('/').pop()}"]`));
  t.is(await denise.control('Line 1', ['textbox']).inputValue(), lines[0],
    'she reads it');
  await denise.press('Take out line 1');
  await denise.press('I am done');
  await ruth.goto(at);
  await ruth.seesNot('family');
  await ruth.press('I am done');
  await ruth.sees('Both done');
  await ruth.sees('We ask again about heat');
  await ruth.sees('35 min');
  await ruth.sees('30 min');
}

// 16:45. Until there are messages, what Luis says is a line on her page.
async function atQuarterToFive(t, denise) {
  const said = "I understand you don't want to be alone on Saturday and no " +
    "police. I'll be at the building 1–3 and Ruth has my phone.";
  for (const [who, words] of [['rao', ''], ['luis', said]]) {
    const h = await t.person(who);
    await h.goto('/read');
    await h.press(h.page.locator('a[href^="/words/"]', { hasText: 'Denise' })
      .first());
    await h.sees('My uncle comes on Saturday.');
    if (!words) continue;
    await h.type('What I understood', words);
    await h.press('Send to Denise');
  }
  await denise.goto('/me');
  await denise.press('Luis read my words and wrote back. Is it right?');
  await denise.sees(said);
  await denise.sees('Is that right?');
  await denise.sees('Not quite');
  await denise.press('Yes, that is right');
  await denise.sees('I said: yes, that is right');
  await denise.goto('/me/seen');
  await denise.sees('Luis saw');
  await denise.sees('Dr. Rao saw');
}

// Denise's day (day 5.1 of docs/sources.md), at the hours there are pages for.
export async function run(t) {
  const denise = await t.person('denise');
  await atTen(t, denise);
  await atTwentyFivePastTen(t, denise);
  const ruth = await t.person('ruth');
  await atTwentyToEleven(t, denise, ruth);
  await atEleven(t, denise, ruth);
  await atQuarterToFive(t, denise);
}
