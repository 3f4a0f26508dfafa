export const name = 'deck';
export const rows = ['R6'];
export const ways = ['keys'];

// A row of the deck: one part of life and its three answers.
const row = (who, words) => who.within(who.page.getByRole('group',
  { name: words, exact: true }));

// A peer says what they are open to; what hurts is folded away and shut. Who
// leads the program keeps the list, and sees nothing of it.
export async function run(t) {
  const bea = await t.person('bea');
  await bea.goto('/today');
  await bea.press('My deck');
  t.ok(!await bea.page.getByText('Being hurt or stalked').first().isVisible(),
    'what hurts is folded away');
  await row(bea, 'Food and cooking').choose('Open');
  await row(bea, 'Losing someone').choose('Ask me');
  await bea.within(bea.page.locator('form')).unfold();
  await row(bea, 'Being hurt or stalked').choose('Ask me');
  await bea.press('Save what is open');
  await bea.sees('Saved.');
  t.ok(await bea.page.getByText('Being hurt or stalked').last().isVisible(),
    'what was opened is in sight');
  t.ok(await row(bea, 'Food and cooking').control('Open', ['radio'])
    .isChecked(), 'what was opened is open');
  await bea.look('deck');

  const karen = await t.person('karen');
  await karen.goto('/deck');
  await karen.seesNot('What I am open to talk of');
  await karen.goto('/today');
  await karen.press('What peers may talk of from their own life');
  await karen.sees('What a peer opened in it, you cannot see.');
  await karen.type('What it is', 'Pets');
  await karen.pick('It stands behind', 'Family');
  await karen.press('Add it');
  await karen.sees('Pets');
  await karen.press('Take away Faith');
  await karen.press('Put it back Faith');
  await karen.look('domains');
}
