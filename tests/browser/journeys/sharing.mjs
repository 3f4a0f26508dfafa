export const name = 'sharing';
export const rows = ['R68', 'R122'];

// Denise says yes to Ruth, sees first what will be so, and takes it back; she
// keeps who is who for herself; Ruth hands her a code for the tablet.
export async function run(t) {
  for (const script of [true, false]) await sayYes(t, script);

  const keys = await t.device({ wide: true });
  await t.signIn(keys, 'denise');
  await keys.goto('/me/circle');
  await t.tabTo(keys, 'Name');
  await keys.keyboard.type('Rosa Lund');
  await t.tabTo(keys, 'Who this is for me');
  await keys.keyboard.type('the nurse who listens');
  await t.keyTo(keys, 'Add to my list');
  await t.sees(keys, 'the nurse who listens');
  await t.look(keys, 'who-is-who');
  await t.press(keys, 'Take off Rosa Lund');
  await t.seesNot(keys, 'Rosa Lund');

  const ruth = await t.device();
  await t.signIn(ruth, 'ruth');
  await ruth.goto('/people');
  await t.look(ruth, 'own-people');
  await t.press(ruth, 'Denise Carter');
  await t.look(ruth, 'one-of-them');
  await t.press(ruth, 'Make a code');
  const code = (await ruth.locator('.code').innerText()).trim();
  await t.look(ruth, 'a-code');

  const tablet = await t.device();
  await tablet.goto('/kiosk');
  await tablet.fill('[name=code]', code);
  await t.go(tablet, () => tablet.press('[name=code]', 'Enter'));
  await tablet.goto('/me');
  await t.sees(tablet, 'Hello, Denise');

  const far = await t.device();
  await t.signIn(far, 'malik');
  const denise = new URL(ruth.url()).pathname.replace('/code', '');
  t.is((await far.goto(denise)).status(), 404, 'a peer who is not hers');
}

const nextWeek = (t) => new Date(Date.parse(`${t.today}T12:00Z`) + 7 * 864e5)
  .toISOString().slice(0, 10);

// Without script there is nothing axe could run in: look only with it.
async function sayYes(t, script) {
  const page = await t.device({ script });
  await t.signIn(page, 'denise');
  await page.goto('/me');
  await t.press(page, 'Change who can see what');
  await t.sees(page, 'Nobody else here can see my things.');
  if (script) await t.look(page, 'who-can-see-what');

  await t.press(page, 'Say yes to someone');
  await page.getByLabel('Ruth Bell').check();
  await page.getByLabel('what we decided').check();
  const refused = await t.press(page, 'Next');
  t.is(refused.status(), 422, 'without a reason it comes back');
  t.ok(await page.getByLabel('Ruth Bell').isChecked(), 'Ruth is still chosen');
  if (script) await t.look(page, 'what-is-missing');
  await page.fill('[name=purpose]', 'my goals');
  await page.fill('[name=until]', nextWeek(t));
  await t.press(page, 'Next');
  await t.sees(page, 'Ruth will see what we decided.');
  await t.sees(page, 'the end of ');
  if (script) await t.look(page, 'what-will-be-so');
  await t.press(page, 'Yes, I say so');
  await t.sees(page, 'Can see what we decided');
  await t.sees(page, 'For my goals.');
  if (script) await t.look(page, 'said-yes');

  await page.goto('/me');
  await t.sees(page, /Until [A-Z][a-z]{2} \d/);
  await page.goto('/me/sharing');
  await t.press(page, 'End now');
  await t.seesNot(page, 'For my goals.');

  await t.press(page, 'Who saw my things');
  if (script) await t.look(page, 'who-saw-my-things');
}
