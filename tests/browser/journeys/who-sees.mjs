export const name = 'who-sees';
export const rows = ['R122', 'R68'];
export const ways = ['touch', 'plain', 'keys'];

// Denise lets Ruth see her days, sees that in words, ends it; a reader outside
// gets a link and a code, and loses both when she says so; nobody else learns
// that there is anything.
export async function run(t) {
  const h = await t.person('denise');
  await h.press('Who sees');
  await h.sees('Who can see what');
  await h.look('sharing');
  await h.press('Say yes to someone');
  await h.look('give');
  await h.press('Next');
  await h.sees('One thing to look at');
  await h.choose('Ruth Bell');
  await h.choose(/my days|between/i);
  await h.type('What is it for?', 'our walks');
  await h.press('Next');
  await h.sees('This is what will be so');
  await h.sees('our walks');
  await h.look('check');
  await h.press('Yes, I say so');
  await h.sees('our walks');
  await h.press('End now');
  await h.seesNot('our walks');
  await h.press('Who saw my things');
  await h.look('seen');

  await h.goto('/me/circle');
  await h.type('Name', 'Rosa');
  await h.type('Who this is for me', 'my sister, who calls on Sundays');
  await h.press('Add to my list');
  await h.sees('my sister, who calls on Sundays');
  await h.look('circle');

  await h.press('My visits');
  await h.press('Dr. Rao');
  const visit = h.path();
  await h.press('My page');
  await h.press('Yes, this is my page');
  await h.press('Share with Dr. Rao');
  await h.type('Who is it for?', 'Dr. Stone at the heart clinic');
  await h.press('Make a link and a code');
  await h.sees('You see this only now');
  await h.look('link');
  const address = (await h.page.locator('.card .strong').first().innerText())
    .trim();
  const code = (await h.page.locator('.code').innerText()).replace(/\s/g, '');

  const door = new URL(address).pathname;
  const stone = await t.person('');
  await stone.goto(door);
  await stone.look('door');
  await stone.seesNot('Denise');
  await stone.type('The code', code === '000000' ? '111111' : '000000');
  await stone.press('Open the page');
  await stone.sees('That was not the code');
  await stone.type('The code', code);
  await stone.press('Open the page');
  await stone.sees('To be awake by noon, so I can cook');
  await stone.look('read');
  const page = stone.path();
  for (const path of ['/me', visit, `${visit}/page`, '/people', '/read']) {
    const answer = await stone.goto(path);
    t.ok(answer.status() >= 400 || stone.path().startsWith('/sign-in'),
      `the link opens one page and not ${path}`);
  }
  const other = await t.person('');
  await other.goto(door);
  await other.seesNot('To be awake by noon');

  await h.goto('/me/seen');
  await h.sees(/Stone.* opened my link/);
  await h.goto(`${visit}/page`);
  await h.press('Take it back from everyone');
  await stone.goto(page);
  await stone.seesNot('To be awake by noon');
}
