export const name = 'sharing';
export const rows = ['R68', 'R122'];
export const ways = ['keys'];

const nextWeek = (t) => new Date(Date.parse(`${t.today}T12:00Z`) + 7 * 864e5)
  .toISOString().slice(0, 10);

// Denise says yes to Ruth, sees first what will be so, and takes it back; she
// keeps who is who for herself; Ruth hands her a code for the tablet.
export async function run(t) {
  const h = await t.person('denise');
  await h.goto('/me');
  await h.press('Change who can see what');
  await h.sees('Nobody else here can see more than that.');
  // Each thing by its first words, to herself.
  await h.sees('A chair on the landing, to rest on the stairs.');
  await h.look('who-can-see-what');

  await h.press('Say yes to someone');
  await h.choose('Ruth Bell');
  await h.choose('what we decided');
  const refused = await h.press('Next');
  t.is(refused.status(), 422, 'without a reason it comes back');
  t.ok(await h.page.getByLabel('Ruth Bell').isChecked(), 'Ruth stays chosen');
  await h.look('what-is-missing');
  await h.type('What is it for?', 'my goals');
  await h.set('Until which day?', nextWeek(t));
  await h.press('Next');
  await h.sees('Ruth will see what we decided.');
  await h.sees('the end of ');
  await h.look('what-will-be-so');
  await h.press('Yes, I say so');
  await h.sees('Can see what we decided');
  await h.sees('For my goals.');
  await h.look('said-yes');

  // The yes opens what it says: Ruth reads it, and Denise reads that she did.
  const ruth = await t.person('ruth');
  const opened = ruth.page.locator('a[href^="/opened/"]',
    { hasText: 'Denise' });
  const where = await opened.getAttribute('href');
  await ruth.press(opened);
  await ruth.sees('What Denise opened to you');
  await ruth.sees('What was decided at visits');
  await ruth.seesNot('Days between visits');
  await ruth.look('opened');
  await h.goto('/me/seen');
  await h.sees(/Ruth saw what we decided/);

  await h.goto('/me');
  // Ruth has things without an end too: no day is said of all of them.
  await h.sees(/what we decided/i);
  await h.seesNot(/Until [A-Z][a-z]{2} \d/);
  await h.goto('/me/sharing');
  await h.press('End now');
  await h.seesNot('For my goals.');
  t.is((await ruth.goto(where)).status(), 404, 'an end closes it at once');
  await h.press('Who saw my things');
  await h.look('who-saw-my-things');

  await h.goto('/me/circle');
  await h.type('Name', 'Rosa Lund');
  await h.type('Who this is for me', 'the nurse who listens');
  await h.press('Add to my list');
  await h.sees('the nurse who listens');
  await h.look('who-is-who');
  const rosa = h.within(h.page.locator('li.item', { hasText: 'Rosa Lund' }));
  await rosa.press('Change');
  await h.set('Until which day?', nextWeek(t));
  await h.press('Save it');
  await h.sees('Please write what they may know until then.');
  await h.type('What they may know', 'that I sing again');
  await h.press('Save it');
  await h.sees('that I sing again');
  await h.look('what-they-may-know');
  await rosa.press('End it now');
  await h.seesNot('that I sing again');
  await rosa.press('Change');
  await h.look('one-of-the-circle');
  await h.unfold();
  await h.press('Yes, take it off');
  await h.seesNot('Rosa Lund');

  await ruth.goto('/people');
  await ruth.look('own-people');
  await ruth.press(/Denise Carter/);
  await ruth.look('one-of-them');
  await ruth.press('Make a code');
  const code = (await ruth.page.locator('.code').innerText()).trim();
  await ruth.look('a-code');

  const tablet = await t.person('');
  await tablet.goto('/kiosk');
  await tablet.type('My code', code);
  await tablet.press('Start');
  await tablet.goto('/me');
  await tablet.sees('Hello, Denise');

  const malik = await t.person('malik');
  const answer = await malik.goto(ruth.path().replace('/code', ''));
  t.is(answer.status(), 404, 'a peer who does not walk with her');
}
