// Runs before the first paint, or a chosen theme would flash in the other one. The policy of the
// page allows no inline script, and modules come too late. lib/preferences.ts writes the theme.
try {
  const theme = localStorage.getItem('theme');
  if (theme !== null) document.documentElement.dataset.theme = theme;
} catch {
  // Storage is blocked: the browser's own theme is right.
}
