/* beside.js: what a page does beyond links and forms. Every page works without
   this file. No inline code, no string turned into code or markup, nothing from
   elsewhere. Words shown to people come from the page, so they are translated.

   html[data-who]      a mark of the person signed in; without it nothing is kept
   html[data-shared]   a shared device: nothing is ever kept on it
   html[data-personal] never shown again out of the browser's memory
   a[data-exit]        leave fast; also Shift three times
   form[method=post]   words typed in one are sent to /draft while someone is
                       signed in; key: data-draft, else the path it goes to
   form[data-keep]     sent where it goes, with go=keep, as soon as it changes:
                       what is said to be saved counts. A draft when refused
   form[data-here]     its words go nowhere but where they are sent: until the
                       page says data-here=arrived they are kept in this tab
   [data-saved]        says so: data-yes, data-busy, data-wait, data-no
   [data-when=NAME]    is there when that answer is data-is, or is filled in
   button[data-read]   reads [data-readable] aloud     button[data-print]
   dialog[data-idle]   shared device: data-idle-seconds, data-grace-seconds,
                       a button[data-stay], a form[data-end] that signs out */
(function (doc, win) {
  'use strict';
  const html = doc.documentElement;
  const all = (css, root) => Array.from((root || doc).querySelectorAll(css));
  const one = (css, root) => (root || doc).querySelector(css);
  const shared = html.hasAttribute('data-shared');
  html.classList.add('js');

  function csrf() {
    const input = one('input[name=csrf]');
    return input ? input.value : '';
  }
  function post(url, body, signal) {
    return fetch(url, {
      method: 'POST', body: body, credentials: 'same-origin',
      redirect: 'manual', keepalive: true, signal: signal,
    });
  }
  function beacon(url, body) {
    try { return navigator.sendBeacon(url, body); } catch (e) { return false; }
  }

  /* What could not be sent is kept in this tab only, under the person's mark. */
  const keep = {
    on: !shared && !!html.dataset.who,
    name: (key) => 'draft ' + html.dataset.who + ' ' + key,
    put(key, value) {
      if (!this.on) return false;
      try {
        sessionStorage.setItem(this.name(key), JSON.stringify(value));
        return true;
      } catch (e) { return false; }
    },
    get(key) {
      try {
        return this.on && JSON.parse(sessionStorage.getItem(this.name(key)));
      } catch (e) { return null; }
    },
    drop(key) {
      try { sessionStorage.removeItem(this.name(key)); } catch (e) { /* gone */ }
    },
    clear() {
      try { sessionStorage.clear(); } catch (e) { /* none */ }
    },
  };

  /* ---- leave fast: blank first, then end the session, then go ---- */
  const exit = one('[data-exit]');
  let leaving = false;
  function leave() {
    leaving = true;
    html.style.visibility = 'hidden';
    doc.title = ' ';
    keep.clear();
    beacon('/leave', new URLSearchParams({ csrf: csrf() }));
    win.location.replace(exit.dataset.exit || exit.href);
  }
  if (exit) {
    let count = 0, timer;
    exit.addEventListener('click', (e) => { e.preventDefault(); leave(); });
    doc.addEventListener('keydown', (e) => {
      if (e.key !== 'Shift') { count = 0; return; }
      if (e.repeat) return;
      clearTimeout(timer);
      timer = setTimeout(() => { count = 0; }, 1500);
      if (++count === 3) leave();
    });
  }

  /* ---- drafts ---- */
  function fieldsOf(form) {
    const out = new URLSearchParams();
    const secret = all('[type=password]', form).map((el) => el.name);
    new FormData(form).forEach((value, name) => {
      if (!['csrf', 'once', 'on_page'].includes(name) &&
          typeof value === 'string' && !secret.includes(name)) {
        out.append(name, value);
      }
    });
    return out.toString();
  }
  function fill(form, fields) {
    const values = new URLSearchParams(fields);
    Array.from(form.elements).forEach((el) => {
      if (!el.name || ['hidden', 'password', 'submit', 'file', 'button']
        .includes(el.type)) return;
      if (el.type === 'radio' || el.type === 'checkbox') {
        el.checked = values.getAll(el.name).includes(el.value);
      } else if (values.has(el.name)) el.value = values.get(el.name);
    });
  }
  function draft(form) {
    const goes = new URL(form.getAttribute('action') || '', doc.baseURI)
      .pathname;
    const key = form.dataset.draft || goes;
    const keeps = form.hasAttribute('data-keep');
    const out = one('[data-saved]', form) || one('[data-saved]');
    let dirty = false, failed = 0, busy = false, timer = 0, sent = false;
    let stop = null;

    function say(what) {
      if (!out || !(what in out.dataset)) return;
      out.textContent = out.dataset[what];
      out.parentNode.classList.toggle('saved--wait',
        what === 'wait' || what === 'no');
    }
    function later(ms) {
      if (!timer) timer = setTimeout(send, ms);
    }
    function body(fields) {
      return new URLSearchParams({ csrf: csrf(), form: key, fields: fields });
    }
    function lost(fields) {
      failed++;
      say(keep.put(key, { fields: fields }) ? 'wait' : 'no');
      later(Math.min(60, 2 ** failed * 2) * 1000);
    }
    /* As if a button "keep" had been pressed. */
    function whole(fields) {
      const all = new URLSearchParams(fields);
      all.set('csrf', csrf());
      all.set('go', 'keep');
      return all;
    }
    /* Did it arrive: 'yes' when it counts, 'busy' when it is a draft. */
    function hand(fields) {
      stop = win.AbortController ? new AbortController() : null;
      const drafted = () => post('/draft', body(fields)).then((answer) =>
        (answer.status === 204 ? (keeps ? 'busy' : 'yes') : ''));
      if (!keeps) return drafted();
      return post(goes, whole(fields), stop ? stop.signal : undefined)
        .then((answer) => (answer.status === 204 ? 'yes' : drafted()));
    }
    function send() {
      timer = 0;
      if (busy || !dirty || sent) return;
      const fields = fieldsOf(form);
      busy = true;
      hand(fields).then((said) => {
        busy = false;
        if (sent) return;
        if (!said) { lost(fields); return; }
        failed = 0;
        keep.drop(key);
        if (fieldsOf(form) === fields) { dirty = false; say(said); }
        else later(2000);
      }, () => { busy = false; if (!sent) lost(fields); });
    }
    /* A tap is whole; a word is still being written. */
    function touched(e) {
      const tap = keeps && e && ['checkbox', 'radio'].includes(e.target.type);
      dirty = true;
      sent = false;
      if (failed) keep.put(key, { fields: fieldsOf(form) });
      else say('busy');
      later(tap ? 150 : 2000);
    }

    /* Words kept here are newer than the server's, unless they were posted
       and this page is what came of it. */
    const kept = keep.get(key);
    const nav = performance.getEntriesByType('navigation')[0];
    if (kept && kept.posted && nav && nav.type === 'navigate') keep.drop(key);
    else if (kept) { fill(form, kept.fields); touched(); }

    form.addEventListener('input', touched);
    form.addEventListener('submit', () => {
      sent = true;
      if (stop) stop.abort();
      if (dirty) keep.put(key, { fields: fieldsOf(form), posted: true });
    });
    win.addEventListener('online', () => { if (dirty) send(); });
    win.addEventListener('pagehide', () => {
      if (!dirty || sent || leaving) return;
      const fields = fieldsOf(form);
      if (keeps) beacon(goes, whole(fields));
      else beacon('/draft', body(fields));
    });
    win.addEventListener('beforeunload', (e) => {
      if (!dirty || sent || leaving || (!failed && navigator.onLine)) return;
      e.preventDefault();
      e.returnValue = '';
    });
  }
  function here(form) {
    const key = new URL(form.action, doc.baseURI).pathname;
    if (form.dataset.here === 'arrived') keep.drop(key);
    const kept = keep.get(key);
    if (kept) fill(form, kept.fields);
    form.addEventListener('input', () =>
      keep.put(key, { fields: fieldsOf(form) }));
  }
  if (shared || html.dataset.who) {
    const words = 'textarea, .input:not([type=password])';
    all('form[method=post]').forEach((form) => {
      if (form.hasAttribute('data-here')) here(form);
      else if (form.hasAttribute('data-draft') ||
          form.hasAttribute('data-keep') || one(words, form)) draft(form);
    });
  }
  all('form[action$="/sign-out"], form[action$="/close"]').forEach((form) => {
    form.addEventListener('submit', () => keep.clear());
  });

  /* ---- a field that belongs to one answer is there when it is chosen ---- */
  all('[data-when]').forEach((part) => {
    const form = part.closest('form');
    const choice = () => form.elements[part.dataset.when];
    const show = () => {
      const list = choice();
      part.hidden = !!list && list.value !== part.dataset.is &&
        !one('.err', part) && !one('.input', part).value;
    };
    form.addEventListener('change', show);
    show();
  });

  /* ---- read aloud, in the language of the page ---- */
  all('[data-read]').forEach((button) => {
    const voice = win.speechSynthesis;
    if (!voice || !win.SpeechSynthesisUtterance) {
      button.hidden = true;
      return;
    }
    const pressed = (on) => button.setAttribute('aria-pressed', String(on));
    pressed(false);
    button.addEventListener('click', () => {
      const was = button.getAttribute('aria-pressed') === 'true';
      voice.cancel();
      pressed(!was);
      if (was) return;
      const parts = all('[data-readable]');
      parts.forEach((part, i) => {
        const say = new SpeechSynthesisUtterance(
          part.dataset.readable || part.innerText);
        say.lang = html.lang;
        say.rate = 0.92;
        if (i === parts.length - 1) say.onend = () => pressed(false);
        voice.speak(say);
      });
    });
    win.addEventListener('pagehide', () => voice.cancel());
  });

  /* ---- a shared device, left alone ---- */
  const idle = one('dialog[data-idle]');
  if (idle) {
    const ms = (name) => Number(idle.dataset[name]) * 1000;
    let timer;
    const end = () => one('[data-end]', idle).submit();
    const ask = () => {
      if (idle.showModal) idle.showModal();
      else idle.setAttribute('open', '');
      timer = setTimeout(end, ms('graceSeconds') || 30000);
    };
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(ask, ms('idleSeconds') || 180000);
    };
    const stay = () => {
      if (idle.close) idle.close();
      else idle.removeAttribute('open');
      wait();
      post('/still', new URLSearchParams({ csrf: csrf() })).then((answer) => {
        if (answer.status !== 204) end();
      }, () => {});
    };
    /* Reading and typing count too: the server hears of it once a minute. */
    let told = Date.now();
    const tell = () => {
      if (Date.now() - told < 60000) return;
      told = Date.now();
      post('/still', new URLSearchParams({ csrf: csrf() })).catch(() => {});
    };
    one('[data-stay]', idle).addEventListener('click', stay);
    idle.addEventListener('cancel', (e) => { e.preventDefault(); stay(); });
    ['pointerdown', 'keydown', 'input', 'scroll'].forEach((name) => {
      doc.addEventListener(name, () => {
        if (idle.hasAttribute('open')) return;
        wait();
        tell();
      }, { passive: true, capture: true });
    });
    wait();
  }

  /* ---- back from another page: never an old copy of something personal ---- */
  win.addEventListener('pageshow', (e) => {
    if (!e.persisted || !html.hasAttribute('data-personal')) return;
    html.style.visibility = 'hidden';
    win.location.reload();
  });

  all('[data-print]').forEach((button) => {
    button.addEventListener('click', () => win.print());
  });

  /* what went wrong is read first */
  const errors = one('.errs[tabindex]');
  if (errors) errors.focus();
})(document, window);
