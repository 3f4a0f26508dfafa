export const name = 'link';
export const rows = ['R68', 'R73', 'R122'];
export const ways = ['plain'];

// A doctor outside the agency gets a link and a code: it opens in one browser,
// shows the one page, lets the doctor answer, and ends when Denise says so.
export async function run(t) {
  const h = await t.person('denise');
  await h.press('My visits');
  await h.press('Dr. Rao');
  const visit = h.path();
  await h.press('My page');
  await h.press('Yes, this is my page');
  await h.press('Share with Dr. Rao');
  await h.type('Who is it for?', 'Dr. Stone');
  await h.press('Make a link and a code');
  await h.look('made');
  const source = await h.page.content();
  const door = source.match(/\/l\/[0-9a-z]+/)[0];
  const code = (await h.page.locator('.code').innerText()).replace(/\D/g, '');
  t.is(code.length, 6, 'the code has 6 digits');

  const stone = await t.person('');
  await stone.goto(door);
  await stone.sees('Someone wants to show you a page');
  await stone.seesNot('Denise');
  await stone.look('door');
  const wrong = code === '111111' ? '222222' : '111111';
  await stone.type('The code', wrong);
  await stone.press('Open the page');
  await stone.sees('That was not the code. You can try 4 more times.');
  await stone.look('wrong-code');
  await stone.type('The code', `${code.slice(0, 3)} ${code.slice(3)}`);
  await stone.press('Open the page');
  await stone.sees('To be awake by noon, so I can cook');
  const shown = stone.path();
  await stone.look('page');
  for (const path of ['/me', visit, `${visit}/page`, '/read', '/people']) {
    await stone.goto(path);
    await stone.seesNot('awake by noon');
  }

  const other = await t.person('');
  await other.goto(door);
  await other.type('The code', code);
  await other.press('Open the page');
  await other.sees('This link is open in another place');
  await other.goto(shown);
  await other.seesNot('awake by noon');

  await h.goto('/me/seen');
  await h.sees('Dr. Stone opened my link');
  await h.sees('Dr. Stone saw my page');
  await h.look('seen');
  await stone.goto(shown);
  await stone.type('What I understood', 'Mornings come first.');

  await h.goto('/me/sharing');
  await h.sees('by link');
  await h.press(/^End now ?: Dr. Stone/);

  // What the doctor was writing came too late, and is there to be copied.
  await stone.press(/^Send to/);
  await stone.sees('It was taken back, or its time is over');
  await stone.seesNot('Denise');
  t.is(await stone.page.getByLabel('What you wrote').inputValue(),
    'Mornings come first.', 'the words are still there');
  await stone.look('too-late');
  const gone = await stone.goto(shown);
  await stone.seesNot('awake by noon');
  t.is(gone.status(), 410, 'it is closed at once');
  await stone.goto(door);
  await stone.sees('It was taken back, or its time is over');
}
