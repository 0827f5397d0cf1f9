// Runs before the page's own scripts. The content security policy forbids inline scripts.

// Applies the chosen theme before the first paint, so that the other theme doesn't flash. lib/preferences.ts
// stores it.
try {
  const theme = localStorage.getItem('theme');
  if (theme !== null) document.documentElement.dataset.theme = theme;
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
