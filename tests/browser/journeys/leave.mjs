export const name = 'leave';
export const rows = [];
export const ways = ['touch'];

// Leave fast: one tap, or Shift three times. The page is gone, the session is
// over, and Back shows nothing. Without script it is a link: the page is gone,
// nothing tells the next place where she was, and she signs out herself.
export async function run(t) {
  t.outside = /weather\.gov/;
  for (const how of t.way === 'plain' ? ['tap'] : ['tap', 'shift']) {
    const h = await t.person('denise');
    const from = new Promise((told) => h.page.route(/weather\.gov/, (r) => {
      told(r.request().headers().referer);
      return r.fulfill({ contentType: 'text/html',
        body: '<title>Weather</title><h1>Weather</h1>' });
    }));
    await h.goto('/me');
    await h.sees('Denise');
    const gone = h.page.waitForURL(/weather\.gov/);
    if (how === 'tap') await h.tap(h.page.locator('[data-exit]'));
    else for (let i = 0; i < 3; i++) await h.page.keyboard.press('Shift');
    await gone;
    await h.sees('Weather');
    t.is(await from, undefined, 'where she was is not told');
    if (t.way === 'plain') return;
    await h.page.waitForTimeout(300);
    await h.page.goBack().catch(() => {});
    await h.page.waitForTimeout(300);
    t.ok(!(await t.text(h.page)).includes('Hello, Denise'), 'Back shows nothing');
    await h.goto('/me');
    t.ok(h.path().startsWith('/sign-in'), 'the session is over');
  }
}
