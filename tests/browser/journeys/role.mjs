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

  // Ruth stays short of what the program says, and José does not: Denise reads
  // what holds with each of them.
  await ruth.goto('/role');
  await ruth.choose('I do not talk about it');
  await ruth.press('Save');
  await ruth.sees('You and those you walk with do not talk about medicine.');
  const denise = await t.person('denise');
  await denise.goto('/me/role');
  await denise.sees('Ruth and I do not talk about medicine here.');
  await denise.sees('José can help me with my own questions about medicine.');
  await denise.look('two-rules');

  // Her next visit is with the family doctor. The questions for the prescriber
  // are for Dr. Rao.
  await denise.press('Questions for my prescriber');
  await denise.sees('Whose visit are the questions for?');
  await denise.look('whose-visit');
  await denise.press('Dr. Rao');
  await denise.sees('Dr. Rao');
  await denise.seesNot('Dr. Meyer');

  const karen = await t.person('karen');
  await karen.goto('/role/asked');
  await karen.sees('Transport errand');
  await karen.look('asked');
  // The list of what is no peer's task is the agency's own.
  await karen.goto('/role');
  await karen.press("What is no peer's task");
  await karen.type('Add a sort of task', 'Serve lunch');
  await karen.press('Add it');
  await karen.sees('Serve lunch');
  await karen.press('Take away Medication');
  const desk = karen.within(karen.page.locator('form[action="/role/sorts/2"]'));
  await desk.unfold();
  await desk.type('Its new name', '');
  await desk.press('Give it this name');
  await karen.sees('Please write what it is.');
  await desk.type('Its new name', 'Answer the door');
  await desk.press('Give it this name');
  await karen.look('sorts');
  await ruth.goto('/role/not-mine');
  await ruth.press('Serve lunch');
  await ruth.press('Answer the door');
  await ruth.seesNot('value="1">Front desk');
  await karen.goto('/role/asked');
  await karen.sees('Front desk');
  await karen.goto('/role/change');
  await karen.type('A peer does not', '');
  await karen.press('Make it the new version');
  await karen.sees('Please write one line or more.');
  await karen.type('A peer does not', 'Give out pills');
  await karen.choose('None');
  await karen.press('Make it the new version');
  await karen.sees('Version 1');
  await karen.look('lead');

  // Everybody is told that the card is new, until they have read it.
  await rao.goto('/read');
  await rao.press(/What a peer does was changed on/);
  await rao.press('I have read this');
  await rao.goto('/read');
  await rao.seesNot('What a peer does was changed on');
  await ruth.goto('/today');
  await ruth.sees('Please read the new card.');
  await ruth.look('told');

  await denise.goto('/me');
  const card = denise.within(denise.page.locator('p',
    { hasText: 'What a peer does, and never does' }));
  await card.press('What a peer does, and never does');
  await denise.sees('Ruth and I do not talk about medicine here.');
  await denise.sees('José and I do not talk about medicine here.');
  await denise.seesNot('<li>Talk about medicine</li>');
  await denise.sees('Questions for my prescriber');
  await denise.look('hers');
  await denise.press('I have read this');
  await denise.seesNot('I have read this');
  await denise.goto('/me');
  await denise.sees('Ruth Bell');
  await ruth.goto('/people');
  await ruth.press('Denise Carter');
  for (const chart of [/diagnos/i, /risk/i, /legal status/i, /complian/i]) {
    await ruth.seesNot(chart);
  }
  await ruth.goto('/role');
  await ruth.sees('You and those you walk with do not talk about medicine.');
  await karen.goto('/role');
  await karen.sees('Peers and those they walk with do not talk about medicine here.');
  await ruth.sees('Questions for their prescriber');
  await ruth.press('I have read this');
}
