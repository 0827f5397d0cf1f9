/** The look of the page, over Swagger UI's style sheet. Its own dark mode hangs on a class. */
export const DOCS_STYLE = `:root {
  --ground: #f5f3ee;
  --ink: #191c1e;
  --quiet: #5c6166;
  --line: #c9c6bf;
  --shade: #e9e6df;
  --known: #0b7565;
  color-scheme: light;
}
html.dark-mode {
  --ground: #101315;
  --ink: #ece9e2;
  --quiet: #9aa0a6;
  --line: #363c41;
  --shade: #1d2327;
  --known: #54c8b0;
  background: var(--ground);
  color-scheme: dark;
}
body {
  margin: 0;
  background: var(--ground);
}
.top {
  display: flex;
  gap: 1rem;
  align-items: center;
  min-height: 3.75rem;
  padding-inline: clamp(1rem, 3vw, 4rem);
  font: 1rem/1.5 system-ui, sans-serif;
  color: var(--ink);
}
.top a {
  color: inherit;
  font-weight: 600;
}
.top span {
  color: var(--quiet);
}
:focus-visible {
  outline: 2px solid var(--ink);
  outline-offset: 2px;
}
html .swagger-ui,
html.dark-mode .swagger-ui {
  background: none;
  color: var(--ink);
}
.swagger-ui .wrapper,
.swagger-ui .information-container.wrapper,
.swagger-ui .scheme-container .wrapper {
  max-width: none;
  padding-inline: clamp(1rem, 3vw, 4rem);
}
.swagger-ui,
.swagger-ui :is(.info, .info .title, .opblock-tag, .opblock-summary-description, label, table, .btn, .tab li, p, h4, h5) {
  font-family: system-ui, sans-serif;
}
.swagger-ui .info {
  max-width: 46rem;
  margin: 1.5rem 0;
}
.swagger-ui :is(.info .title, .info p, .info li, .opblock-tag, .opblock-tag small, .opblock .opblock-summary-description, .opblock .opblock-summary-path, .opblock .opblock-summary-path a) {
  color: var(--ink);
}
html .swagger-ui .info.info a {
  color: var(--known);
}
html .swagger-ui .scheme-container.scheme-container {
  background: none;
  box-shadow: none;
  padding: 0;
}
html .swagger-ui .opblock.opblock.opblock .tab-header .tab-item.active h4 span::after {
  background: var(--ink);
}
html .swagger-ui select.servers,
html .swagger-ui .servers select {
  border: 1px solid var(--quiet);
  border-radius: 2px;
  box-shadow: none;
  background-color: transparent;
  color: var(--ink);
}
html .swagger-ui .info .title.title small.version-stamp,
html .swagger-ui .info .title.title small {
  background: var(--quiet);
  color: var(--ground);
}
html .swagger-ui .info .title.title small pre {
  color: inherit;
}
html .swagger-ui .opblock-tag.opblock-tag {
  flex-wrap: wrap;
  border-color: var(--line);
}
html .swagger-ui .opblock.opblock.opblock {
  border: 1px solid var(--line);
  border-radius: 1rem;
  background: none;
  box-shadow: none;
  overflow: hidden;
}
html .swagger-ui .opblock.opblock.opblock .opblock-summary {
  border-color: var(--line);
}
html .swagger-ui .opblock.opblock.opblock .opblock-summary-method {
  border-radius: 999px;
  background: var(--ink);
  color: var(--ground);
  text-shadow: none;
}
html .swagger-ui .opblock.opblock.opblock .opblock-section-header {
  background: var(--shade);
  box-shadow: none;
}
.swagger-ui .btn,
html.dark-mode .swagger-ui .btn {
  border: 1px solid var(--line);
  border-radius: 999px;
  box-shadow: none;
  background: none;
  color: var(--ink);
}
.swagger-ui .btn.execute,
html.dark-mode .swagger-ui .btn.execute {
  border-color: var(--ink);
  background: var(--ink);
  color: var(--ground);
}
@media (prefers-reduced-motion: reduce) {
  .swagger-ui * {
    animation: none !important;
    transition: none !important;
  }
}
`;

/**
 * Chooses the theme before the first paint: the one that the visitor chose on the page, or else the system's.
 */
export const DOCS_THEME = `const system = matchMedia('(prefers-color-scheme: dark)');
const chosen = () => {
  try {
    return localStorage.getItem('theme');
  } catch {
    return null;
  }
};
const dress = () =>
  document.documentElement.classList.toggle(
    'dark-mode',
    (chosen() ?? (system.matches ? 'dark' : 'light')) === 'dark',
  );
dress();
system.addEventListener('change', dress);
`;
