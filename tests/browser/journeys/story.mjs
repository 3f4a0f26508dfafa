export const name = 'story';
export const rows = ['R58', 'R69', 'R70', 'R73', 'R121', 'R122'];

const WANT = 'To be awake by noon, so I can cook';
const PROMISE = 'Ask the pharmacy about one dose at night';

// She begins on her phone, at home, and stops.
async function atHome(t) {
  const phone = await t.person('denise');
  await phone.press('My visits');
  await phone.press('Dr. Rao');
  const visit = phone.path();
  await phone.goto(`${visit}/prepare/sleep`);
  await phone.choose('Badly');
  await phone.choose('Harder');
  await phone.press('Stop for now');
  t.is(phone.path(), '/me', 'stopping leads home');
  return { phone, visit };
}

// At the centre she goes on where she was, on the shared tablet; Ruth types
// what she says, and she says yes to those words.
async function atTheCentre(t, visit) {
  const ruth = await t.person('ruth');
  await ruth.press('People');
  await ruth.press(/Denise Carter/);
  await ruth.press('Make a code');
  const code = (await ruth.page.locator('.code').innerText()).trim();
  const kiosk = await t.person('', { wide: true });
  await kiosk.goto('/kiosk');
  await kiosk.type('My code', code);
  await kiosk.press('Start');
  await kiosk.goto(`${visit}/prepare/sleep`);
  t.ok(await kiosk.control('Badly', ['radio']).isChecked(),
    'what she said at home is here');
  await kiosk.goto(`${visit}/prepare?choose=1`);
  await kiosk.press('Ruth types, I say it');
  await ruth.goto('/today');
  await ruth.press('Type for Denise');
  await ruth.goto(ruth.path().replace(/prepare.*/, 'prepare/helps'));
  await ruth.type('Line 1', 'Singing with Rosa');
  await ruth.press('Next');
  await kiosk.goto(`${visit}/page`);
  await kiosk.seesNot('Singing with Rosa');
  await kiosk.goto(`${visit}/review`);
  await kiosk.press('Yes, these are my words');
  await kiosk.goto('/me');
  await kiosk.press('Sign out');
  await kiosk.sees('All done, and all saved');
  return ruth;
}

// One page, on paper; what is on it is what she said, and no more.
async function onPaper(t, phone, visit) {
  await phone.goto(`${visit}/page`);
  const pdf = await t.fetchPdf(phone.page, `${visit}/page.pdf?paper=letter`);
  t.is(pdf.pages, 1, 'her page is one sheet');
  const words = pdf.text.replace(/\s+/g, ' ');
  for (const said of [WANT, 'Singing with Rosa', 'Harder than last time']) {
    t.ok(words.includes(said), `on paper: ${said}`);
  }
  t.is((await t.print(phone.page, 'Letter')).pages, 1, 'printed, one sheet');
}

async function shares(t, phone, visit) {
  await phone.goto(`${visit}/page`);
  await phone.press('Yes, this is my page');
  await phone.press('Share with Dr. Rao');
  await phone.choose('Dr. Anita Rao');
  await phone.press('Share my page');
  await phone.sees('Not opened yet.');
}

async function answers(t) {
  const rao = await t.person('rao');
  await rao.goto('/read');
  await rao.press(rao.page.locator('a.item', { hasText: 'New' }).first());
  const page = rao.path();
  await rao.sees('Singing with Rosa');
  await rao.sees(/Ruth.* typed some/);
  const pdf = await t.fetchPdf(rao.page, `${page}/page.pdf?paper=letter`);
  t.ok(pdf.pages === 1 && pdf.text.includes('Singing with Rosa'),
    'the doctor prints the same sheet');
  await rao.type('What I understood', 'The morning dose keeps you asleep.');
  await rao.type(rao.page.getByRole('group', { name: 'What I will do' })
    .getByRole('textbox').first(), PROMISE);
  await rao.press('Send to Denise');
  return { rao, page };
}

async function hears(t, phone) {
  await phone.goto('/me');
  await phone.press('See it all');
  await phone.sees(PROMISE);
  await phone.goto('/me');
  await phone.press(/wrote back\. Read it/);
  await phone.sees('The morning dose keeps you asleep.');
  await phone.press('Yes, that is right');
  await phone.goto('/me/seen');
  await phone.sees(/Rao saw/);
}

async function takesBack(t, phone, visit, { rao, page }) {
  await phone.goto(`${visit}/page`);
  await phone.press('Take it back from everyone');
  const closed = await rao.goto(page);
  t.ok(closed.status() >= 400, 'closed on the next request');
  await rao.seesNot('Singing with Rosa');
  const file = await rao.page.request.get(`${page}/page.pdf`);
  t.ok(file.status() >= 400, 'its PDF too');
  await phone.goto('/me/promises');
  await phone.sees(PROMISE); // what was promised stays promised
}

// One visit, told to its end with the same people on one store: prepared at
// home, gone on with at the centre, on paper, shared, answered, taken back.
export async function run(t) {
  const { phone, visit } = await atHome(t);
  const ruth = await atTheCentre(t, visit);
  await onPaper(t, phone, visit);
  await shares(t, phone, visit);
  const reader = await answers(t);
  await hears(t, phone);
  await takesBack(t, phone, visit, reader);
  await ruth.goto(`${visit}/page`);
  await ruth.seesNot('Singing with Rosa');
}
