// The program under test: one demo, written once, copied for each journey, so
// that no journey sees what another did.

import { spawn, execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const root = new URL('../../..', import.meta.url).pathname;
export const binary = process.env.BESIDE || join(root, 'build/beside');
export const password = 'harbor-lantern-42';
// The demo is made as of the day the program is asked on, where it stands (its
// setting program.zone): late in the evening there it is tomorrow in UTC.
export const today = execFileSync('date', ['+%F'], {
  encoding: 'utf8', env: { ...process.env, TZ: 'America/New_York' },
}).trim();

// So many days from today, as a date of a form.
export function day(n) {
  const d = new Date(`${today}T12:00:00Z`);
  d.setUTCDate(d.getUTCDate() + n);
  return d.toISOString().slice(0, 10);
}

// The next such day of the week to come (0 is Sunday), never today.
export function next(weekday) {
  const now = new Date(`${today}T12:00:00Z`).getUTCDay();
  return day((weekday - now + 7) % 7 || 7);
}

const temp = mkdtempSync(join(tmpdir(), 'beside-browser-'));
const seed = join(temp, 'seed');
let copies = 0;

process.on('exit', () => rmSync(temp, { recursive: true, force: true }));

export function tempFile(name) {
  return join(temp, name);
}

// Run a command of the program to its end; gives what it printed.
export function command(...args) {
  return execFileSync(binary, args, {
    encoding: 'utf8', timeout: 240_000, stdio: ['ignore', 'pipe', 'pipe'],
  });
}

export function makeSeed() {
  if (!existsSync(binary)) throw new Error(`no program at ${binary}`);
  command('demo', '--data', seed, '--password', password, '--date', today);
  // The demo has no administrator: its people are the ones of a program.
  const word = join(temp, 'password');
  writeFileSync(word, `${password}\n`, { mode: 0o600 });
  command('user', 'add', 'ada', 'Ada Frost', '--role', 'admin',
    '--password-file', word, '--data', seed);
}

// Start the program on a copy of the demo. Gives { base, data, stop }.
export async function start(args = []) {
  const data = join(temp, `data-${++copies}`);
  cpSync(seed, data, { recursive: true });
  cpSync(`${seed}.key`, `${data}.key`); // the master key lies beside it
  const child = spawn(binary,
    ['serve', '--data', data, '--port', '0', ...args],
    { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '', wrong = '', base;
  child.stderr.on('data', (d) => { wrong += d; });
  const gone = new Promise((done) => child.on('exit', (code, signal) =>
    done(signal || code)));
  const ready = new Promise((done) => child.stdout.on('data', (d) => {
    said += d;
    const m = /ready on (http:\S+)/.exec(said);
    if (m) done(m[1]);
  }));
  const late = new Promise((done) => setTimeout(done, 60_000, null).unref());
  base = await Promise.race([ready, gone.then(() => null), late]);
  if (!base) {
    child.kill('SIGKILL');
    throw new Error(`serve did not say ready: ${said}${wrong}`);
  }
  // Ends it as an operator would; anything but a clean end is a fault.
  async function stop() {
    child.kill('SIGTERM');
    const end = await Promise.race([gone,
      new Promise((done) => setTimeout(done, 20_000, 'too slow').unref())]);
    if (end === 'too slow') child.kill('SIGKILL');
    rmSync(data, { recursive: true, force: true });
    rmSync(`${data}.key`, { force: true });
    if (end !== 0) throw new Error(`serve ended with ${end}: ${wrong}`);
    if (/Sanitizer|runtime error/.test(wrong)) throw new Error(wrong);
  }
  return { base: base.replace(/\/$/, ''), data, stop };
}
