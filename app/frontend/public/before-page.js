// Runs before the page's own scripts. The content security policy forbids inline scripts.

// Applies the chosen theme and digits before the first paint, so that nothing flashes or moves.
// lib/preferences.ts stores them.
try {
  for (const name of ['theme', 'seconds']) {
    const chosen = localStorage.getItem(name);
    if (chosen !== null) document.documentElement.dataset[name] = chosen;
  }
} catch {
  // Storage is blocked, so the browser's theme applies.
}

// If the page's script fails to load, for example after a deployment, only dashes would stay: the page says
// so. Scripts that the visitor's browser has added don't count.
addEventListener(
  'error',
  ({ target }) => {
    if (!(target instanceof HTMLScriptElement && target.type === 'module')) return;
    const say = () => document.getElementById('incomplete')?.removeAttribute('hidden');
    if (document.readyState === 'loading') addEventListener('DOMContentLoaded', say);
    else say();
  },
  { capture: true },
);
