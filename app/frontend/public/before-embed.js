// Runs before the first paint, so that the other theme doesn't flash. The content security policy forbids
// inline scripts.
const theme = new URLSearchParams(location.search).get('theme');
if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
