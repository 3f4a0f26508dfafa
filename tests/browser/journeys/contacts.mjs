export const name = 'contacts';
export const rows = ['R2', 'R11', 'R12', 'R16', 'R21', 'R22'];
export const ways = ['keys'];

// Ruth logs their time and drafts what they say; both press done, and nothing
// changes then: Denise adds below how she sees it. Whoever leads the program sees
// time given, and no words. What is taken out day-denise walks.
export async function run(t) {
  const ruth = await t.person('ruth');
  await ruth.goto('/today');
  await ruth.press('Log a contact');
  await ruth.look('log');
  await ruth.choose('Denise');
  const minutes = (name) => ruth.within(ruth.page.getByRole('group', { name }));
  await minutes('Just being together').choose('0');
  await ruth.press('Save');
  await ruth.sees('Please write how many minutes.');
  await minutes('Just being together').choose('Other');
  await ruth.type('Minutes of just being together', '35');
  await minutes('Working on something').choose('30');
  await ruth.choose('At home');
  await ruth.press('Save');
  await ruth.sees('Write it together');
  await ruth.sees('35 min');
  await ruth.sees('No words. The time we had is enough.');
  await ruth.type('Line 1', 'We looked at two courses');
  await ruth.press('I am done');
  await ruth.sees('Saved.');
  await ruth.look('drafted');
  const at = new URL(ruth.page.url()).pathname;
  const id = at.split('/').pop();

  const denise = await t.person('denise');
  await denise.goto('/me/record');
  await denise.sees('We looked at two courses');
  await denise.goto(`/me/record/${id}`);
  await denise.look('hers');
  await denise.press('I am done');
  await denise.sees('Both done');
  await denise.look('locked');
  await denise.seesNot('Take out');
  await denise.choose('I see it another way');
  await denise.type('In my words', 'Three courses');
  await denise.press('Add it below');
  await denise.sees('Three courses');

  // Ruth is told that once; beside the record it stands always.
  await ruth.goto('/today');
  await ruth.look('another-way');
  const told = ruth.page.locator(`a[href="${at}"]`);
  await ruth.press(told);
  await ruth.sees('Three courses');
  await ruth.goto('/today');
  t.is(await told.count(), 0, 'she is told once');
  await ruth.goto(at.replace(/[0-9]+$/, ''));
  await ruth.sees('Sees it another way');

  // A try is kept kindly; what Ruth did, and that a day was hard, is hers alone.
  await ruth.goto('/contacts/log');
  await ruth.choose('Denise');
  await ruth.choose('I left a note');
  await ruth.unfold();
  await ruth.choose('I waited');
  await ruth.choose('This one was hard for me');
  await ruth.press('Save');
  await ruth.sees('Thank you for going.');
  await ruth.sees('Only I see this');
  await denise.goto('/me/record');
  await denise.sees('Left a note for me');
  await denise.seesNot('hard for me');
  await denise.seesNot('I waited');

  // José walks with her too: their time is not his to read.
  const jose = await t.person('jose');
  await jose.goto(at);
  await jose.seesNot('We looked at two courses');

  const karen = await t.person('karen');
  await karen.goto('/today');
  await karen.sees('Time given this week');
  await karen.seesNot('We looked at two courses');
  await karen.look('program');
}
