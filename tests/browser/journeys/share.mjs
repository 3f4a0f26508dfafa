export const name = 'share';
export const rows = ['R71', 'R72', 'R73', 'R121', 'R122'];
export const ways = ['touch', 'plain', 'keys'];

// Denise reads her page, takes a line off, says yes, shares it with Dr. Rao.
// He reads that and nothing else, and answers; she sees that he read it, and
// what he will do. She changes it and he is told; she takes it back and it is
// closed at once.
export async function run(t) {
  const h = await t.person('denise');
  await h.press('My visits');
  await h.press('Dr. Rao'); // the one that is coming
  const visit = h.path();
  await h.press('My page');
  await h.sees('This is exactly what Dr. Rao will see');
  await h.sees('To be awake by noon, so I can cook');
  await h.seesNot('can read it');
  await h.seesNot('Take it back from everyone');
  const visits = h.page.locator('section',
    { has: h.page.getByRole('heading', { name: 'My last five visits' }) });
  t.is(await visits.locator('tbody tr').count(), 5,
    'a line for each');
  await h.look('page');
  for (const paper of ['A4', 'Letter']) {
    const sheet = await t.print(h.page, paper);
    t.is(sheet.pages, 1, `printed on ${paper} it is one sheet`);
    t.ok(sheet.text.includes('Denise Carter'), 'with her name');
    t.ok(!/Leave fast|Share|Sign out/.test(sheet.text), 'and no buttons');
    const pdf = await t.fetchPdf(h.page,
      `${visit}/page.pdf?paper=${paper.toLowerCase()}`);
    t.is(pdf.pages, 1, `as a PDF on ${paper} it is one sheet`);
    t.ok(pdf.size.toLowerCase().includes(paper.toLowerCase()), `${paper} paper`);
    t.ok(pdf.text.replace(/\s+/g, ' ').includes('To be awake by noon'),
      'with her words');
  }
  const large = await t.fetchPdf(h.page, `${visit}/page.pdf?paper=letter&large=1`);
  t.ok(large.pages >= 1 && large.text.includes('Denise Carter'), 'large print');

  await h.press('Choose what is on it');
  await h.look('lines');
  await h.choose(/Heat broke/, false);
  await h.press('See my page');
  await h.seesNot('Heat broke');
  await h.press('Yes, this is my page');
  await h.press('Share with Dr. Rao');
  await h.look('share');
  await h.choose('Dr. Anita Rao');
  await h.choose('Until 30 days after my visit');
  await h.press('Share my page');
  await h.sees(/Rao can read it until/);
  await h.sees('Not opened yet.');

  const rao = await t.person('rao');
  await rao.sees('For you to read');
  await rao.look('list');
  await rao.goto('/read');
  const mine = rao.page.locator('a.item', { hasText: /Denise[^]*New/ }).first();
  const page = await mine.getAttribute('href');
  await rao.press(mine);
  await rao.sees('To be awake by noon, so I can cook');
  await rao.seesNot('Heat broke');
  await rao.look('read');
  for (const path of [visit, `${visit}/page`, `${visit}/review`, '/me',
    '/me/between', '/people', '/board']) {
    const answer = await rao.goto(path);
    t.ok(answer.status() >= 400, `nothing else of hers: ${path}`);
  }
  await rao.goto(page);
  await rao.type('What I understood', 'The morning dose keeps you asleep.');
  const will = rao.page.getByRole('group', { name: 'What I will do' });
  await rao.type(will.getByRole('textbox').first(),
    'Ask the pharmacy about one dose at night');
  await rao.press('Send to Denise');
  await rao.sees('Sent. Denise can read it now.');

  await h.goto(`${visit}/page`);
  await h.sees(/Opened/);
  await h.goto('/me/seen');
  await h.sees(/Rao saw/);
  await h.look('seen');
  await h.goto('/me/promises');
  await h.sees('Ask the pharmacy about one dose at night');
  await h.goto('/me');
  await h.press(/wrote back\. Read it/);
  await h.sees('The morning dose keeps you asleep.');
  await h.look('answer');
  await h.press('Yes, that is right');
  await h.sees('You said: yes, that is right');
  const promise = h.within(h.page.getByRole('listitem')
    .filter({ hasText: 'Ask the pharmacy' }).first());
  await promise.unfold();
  await promise.choose('Done');
  await promise.press('Save');
  await h.sees('Done');

  await h.goto(`${visit}/page/lines`);
  await h.choose(/Heat broke/);
  await h.press('See my page');
  await h.press('Yes, this is my page');
  await rao.goto('/read');
  await rao.sees(/Denise.* changed it on/);
  await rao.goto(page);
  await rao.sees('Heat broke');
  await rao.sees('about the page as it was before Denise changed it');
  await h.goto(`${visit}/answer`);
  await h.sees('about my page as it was before I changed it');

  await h.goto(`${visit}/page`);
  await h.press('Take it back from everyone');
  const closed = await rao.goto(page);
  t.ok(closed.status() >= 400, 'taken back is closed on the next request');
  await rao.seesNot('Heat broke');
  const file = await rao.page.request.get(`${page}/page.pdf`);
  t.ok(file.status() >= 400, 'its PDF too');
  await rao.goto('/read');
  await rao.look('closed');
}
