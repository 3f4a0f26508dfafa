export const name = 'weight';
export const rows = [];
// Before noon, with all that is still to come today: Home is at its heaviest.
export const hour = '09:00';

// Few bytes for a phone that pays for them: the first page under 100 KB in
// all, the next one only itself, and all of it usable before any script.

async function weigh(page, act) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Network.enable');
  let bytes = 0, requests = 0;
  cdp.on('Network.loadingFinished', (e) => { bytes += e.encodedDataLength; });
  cdp.on('Network.requestWillBeSent', () => { requests++; });
  await act();
  await page.waitForLoadState('networkidle');
  await cdp.detach();
  return { kb: bytes / 1024, requests };
}

export async function run(t) {
  const page = await t.device();
  const first = await weigh(page, () => page.goto('/sign-in'));
  t.ok(first.kb < 100, `the first page weighs ${first.kb.toFixed(1)} KB`);
  t.ok(first.requests <= 8, `the first page asks ${first.requests} times`);

  await t.signIn(page, 'denise');
  const home = await weigh(page, () => page.goto('/me'));
  t.ok(home.kb < 45, `home, warm, weighs ${home.kb.toFixed(1)} KB`);
  const again = await weigh(page, () => page.goto('/me'));
  t.ok(again.kb < 16, `home again weighs ${again.kb.toFixed(1)} KB`);
  console.log(`     first ${first.kb.toFixed(1)} KB in ${first.requests}, ` +
    `home ${home.kb.toFixed(1)} KB, again ${again.kb.toFixed(1)} KB`);
}
