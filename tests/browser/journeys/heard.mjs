export const name = 'heard';
export const rows = ['R44', 'R46', 'R52'];
export const ways = ['touch'];

// What she says to what came back reaches who wrote it; that it helped is said
// without ending it. While she reads it through, Ruth types on: the new words
// are shown with the yes below them. And who opens what is over finds the way
// back.
async function typedMeanwhile(denise, ruth) {
  await denise.goto('/me/say');
  await denise.press('Write my own words');
  await denise.type('What they should know', 'Please call before you come.');
  await denise.choose('Luis Ortega');
  await denise.press('Keep it for later');
  await denise.press('Please call before you come.');
  await denise.press('Ruth may type it');
  await denise.press('Read it through');
  await denise.sees('Luis will see exactly this.');
  await ruth.goto('/people');
  await ruth.press('Denise');
  await ruth.press('Own words');
  await ruth.type('What should happen', 'A call the day before.');
  await ruth.press('Save for Denise to read');
  await ruth.sees('Saved.');
  await denise.press(/^Denise$/);
  await denise.sees('The words changed meanwhile.');
  await denise.sees('A call the day before.');
  await denise.look('changed');
  await denise.press(/^Denise$/);
  await denise.sees('Luis has not read it yet.');
}

async function notQuite(denise, luis, mine, given) {
  await luis.goto(given);
  await luis.sees('The mark of exactly these words:');
  await luis.type('What I understood', 'You want a call first.');
  await luis.press('Send to Denise');
  await denise.goto(mine);
  await denise.unfold();
  await denise.type('What I meant', 'My sister neither.');
  await denise.press('Send what I meant');
  await denise.sees('I said: not quite');
  await luis.goto('/read');
  await luis.look('not-quite');
  await luis.press(/Denise: not quite/);
  await luis.sees('My sister neither.');
  await luis.goto('/read');
  await luis.seesNot('Denise: not quite');
}

async function itHelped(denise, luis, mine, given) {
  await denise.goto(mine);
  await denise.press('Say it, and leave it open');
  await denise.sees('Please choose one.');
  await denise.choose('This helped');
  await denise.choose('Tell those who read it');
  await denise.press('Say it, and leave it open');
  await denise.sees('I said: this helped.');
  await denise.look('helped');
  await luis.goto(given);
  await luis.sees('You are told: this helped.');
  await luis.sees('Please call before you come.');
}

async function newAndTakenBack(denise, luis, mine, given) {
  await denise.goto(mine);
  await denise.press('Write new words');
  await denise.sees('They take the place of those I said');
  await denise.type('What they should know', 'Please write before you come.');
  await denise.press('Read it through');
  await denise.sees('With my yes these take the place');
  await denise.look('new-words');
  await denise.press(/^Denise$/);
  await denise.press('Take it back');
  await luis.goto(given);
  await luis.sees('They were taken back on');
  await luis.press('For you to read');
  await luis.sees('In their own words');
}

// Her log says which text it was that somebody opened.
async function named(denise) {
  await denise.goto('/me/seen');
  await denise.sees('Luis saw words of mine');
  await denise.sees('Please write before you come.');
  await denise.seesNot('I said yes for what I said.');
  await denise.look('seen');
}

export async function run(t) {
  const denise = await t.person('denise');
  const luis = await t.person('luis');
  await typedMeanwhile(denise, await t.person('ruth'));
  const mine = denise.page.url();
  const given = `/words/${mine.match(/\d+/g).pop()}`;
  await notQuite(denise, luis, mine, given);
  await itHelped(denise, luis, mine, given);
  await newAndTakenBack(denise, luis, mine, given);
  await named(denise);
}
