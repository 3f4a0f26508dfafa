export const name = 'role';
export const rows = ['R10', 'R30', 'R31', 'R79', 'R80', 'R81', 'R82', 'R83'];
export const ways = ['plain'];

// 12:00 of the peer's day: asked whether Mr. T. takes his pills, Ruth taps "Not
// mine to do" and has a sentence to say. Karen sees the sums of the quarter, and
// says that here medicine is not talked about: Ruth and Denise read it, and the
// questions for the prescriber are offered all the same. The peers' pages are a
// space of their own: no doctor has them, and nothing on them is a chart. To
// Denise her peer has a name.
export async function run(t) {
  const ruth = await t.person('ruth');
  await ruth.goto('/today');
  await ruth.press('Medication');
  await ruth.sees("That isn't part of the peer role.");
  await ruth.sees('Shall I ask whether they want to?');
  await ruth.look('answer');
  await ruth.goto('/role');
  await ruth.press('I have read this');
  await ruth.sees('You have read this card.');
  await ruth.sees('What peer support stands for');
  await ruth.unfold();
  await ruth.sees('Whose goal was it?');
  await ruth.look('card');

  const rao = await t.person('rao');
  await rao.goto('/role/not-mine');
  await rao.seesNot('Mine, this quarter');
  for (const theirs of ['/people', '/board', '/contacts/log', '/week']) {
    await rao.goto(theirs);
    await rao.sees('This page is not for you');
  }

  const karen = await t.person('karen');
  await karen.goto('/role/asked');
  await karen.sees('Transport errand');
  await karen.look('asked');
  await karen.goto('/role/change');
  await karen.type('A peer does not', '');
  await karen.press('Make it the new version');
  await karen.sees('Please write one line or more.');
  await karen.type('A peer does not', 'Give out pills');
  await karen.choose('None');
  await karen.press('Make it the new version');
  await karen.sees('Version 1');
  await karen.look('lead');

  const denise = await t.person('denise');
  await denise.goto('/me/role');
  await denise.sees('My peer and I do not talk about medicine here.');
  await denise.sees('Questions for my prescriber');
  await denise.look('hers');
  await denise.goto('/me');
  await denise.sees('Ruth Bell');
  await ruth.goto('/people');
  await ruth.press('Denise Carter');
  for (const chart of [/diagnos/i, /risk/i, /legal status/i, /complian/i]) {
    await ruth.seesNot(chart);
  }
  await ruth.goto('/role');
  await ruth.sees('Peers and people do not talk about medicine here.');
  await ruth.sees('Questions for their prescriber');
  await ruth.press('I have read this');
}
