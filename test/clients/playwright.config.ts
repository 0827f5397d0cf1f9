import { defineConfig } from '@playwright/test';
import browserConfig from '../playwright.config.ts';

export default defineConfig(browserConfig, { testDir: '.', outputDir: '../../test-results' });
