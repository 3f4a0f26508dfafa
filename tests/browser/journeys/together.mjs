export const name = 'together';
export const rows = ['R69', 'R63', 'R64', 'R74'];
export const ways = ['touch', 'plain', 'keys'];

// At home Denise says who comes with her. At the centre Ruth offers help and
// makes a code; Denise signs in with it on the shared tablet and lets Ruth
// type. What Ruth typed counts only when Denise approves it; Ruth keeps
// nothing, and the tablet keeps nothing.
export async function run(t) {
  const denise = await t.person('denise');
  await denise.press('My visits');
  await denise.press('Dr. Rao');
  const visit = denise.path();
  await denise.press('Who comes with me');
  await denise.look('company');
  await denise.choose('Ruth Bell');
  await denise.choose('Take notes for me');
  await denise.type('My signal', 'I put on my scarf');
  await denise.type('To say: line 1', 'I sleep past noon');
  await denise.type('Not to say: line 1', 'My brother');
  await denise.press('Save');
  await denise.goto(`${visit}/card`);
  await denise.sees('I put on my scarf');
  await denise.sees('I sleep past noon');
  await denise.sees('My brother');
  await denise.look('card');

  const ruth = await t.person('ruth');
  await ruth.sees('Visits to get ready for');
  await ruth.look('today');
  const row = ruth.page.getByRole('listitem')
    .filter({ hasText: 'Denise Carter' }).filter({ hasText: 'Rao' });
  await ruth.within(row).press('Offer to help');
  await ruth.sees('You offered help');
  await ruth.seesNot('I sleep past noon'); // not hers to read: Denise kept it
  await ruth.goto('/board');
  await ruth.look('board');
  await ruth.seesNot('Carter');
  await ruth.seesNot('Reyes');

  await denise.goto('/me');
  await denise.sees(/Ruth.* can help me get ready/);
  await denise.press('Yes, please');
  await denise.press('Sign out');

  await ruth.press('People');
  await ruth.press(/Denise Carter/);
  await ruth.look('person');
  await ruth.press('Make a code');
  const code = (await ruth.page.locator('.code').innerText()).trim();
  await ruth.look('code');

  const kiosk = await t.person('', { wide: true });
  await kiosk.goto('/kiosk');
  await kiosk.look('kiosk');
  await kiosk.type('My code', code);
  await kiosk.press('Start');
  t.ok(await kiosk.page.locator('html[data-shared]').count() === 1,
    'the page knows that it is on a shared device');
  const again = await t.person('', { wide: true });
  await again.goto('/kiosk');
  await again.type('My code', code);
  await again.press('Start');
  t.is(again.path(), '/kiosk', 'a code works once');

  await kiosk.goto(`${visit}/prepare?choose=1`);
  await kiosk.press('Ruth types, I say it');
  await ruth.goto('/today');
  await ruth.press('Type for Denise');
  await ruth.goto(ruth.path().replace(/prepare.*/, 'prepare/helps'));
  await ruth.sees('What helps you that is not a pill?');
  await ruth.sees(/You are typing for Denise/);
  await ruth.look('typing');
  await ruth.type('Line 1', 'Singing with Rosa');
  await ruth.press('Next');

  await kiosk.goto(`${visit}/page`);
  await kiosk.seesNot('Singing with Rosa');
  await kiosk.goto(`${visit}/review`);
  await kiosk.sees('Singing with Rosa');
  await kiosk.sees('Not approved yet');
  await kiosk.look('approve');
  await kiosk.press('Yes, these are my words');
  await kiosk.goto(`${visit}/page`);
  await kiosk.sees('Singing with Rosa');
  await kiosk.sees(/Ruth.* typed some of them for me/);

  await kiosk.goto(`${visit}/prepare?choose=1`);
  await kiosk.press('By myself');
  const shut = await ruth.goto(ruth.path());
  t.ok(shut.status() >= 400, 'Ruth can no longer read it');
  await ruth.seesNot('Singing with Rosa');

  await kiosk.goto('/me');
  await kiosk.press('Sign out');
  await kiosk.sees('All done, and all saved');
  await kiosk.look('end');
  t.is(await kiosk.page.evaluate(() =>
    localStorage.length + sessionStorage.length), 0, 'the tablet keeps nothing');
  await kiosk.page.goBack().catch(() => {});
  await kiosk.seesNot('Singing with Rosa');
  await kiosk.seesNot('Denise');
}
