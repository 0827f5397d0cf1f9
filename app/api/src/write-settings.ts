import { writeFileSync } from 'node:fs';
import { settingsPage } from './describe-settings.ts';

/** `make settings`: writes docs/settings.md. */
writeFileSync(new URL('../../../docs/settings.md', import.meta.url), settingsPage());
