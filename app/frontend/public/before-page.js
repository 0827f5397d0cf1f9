// What can't wait for the page's own scripts. The policy of the page allows none inside the document.

// A chosen theme would flash in the other one. lib/preferences.ts writes it.
try {
  const theme = localStorage.getItem('theme');
  if (theme !== null) document.documentElement.dataset.theme = theme;
} catch {
  // Storage is blocked: the browser's own theme is right.
}

// The page's script may not come, after an update say, and leaves dashes for ever: the page says so. A
// visitor's browser may have added others.
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
