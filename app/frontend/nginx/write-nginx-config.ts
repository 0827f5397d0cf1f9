import { IMAGE_SETTINGS, nginxConfig } from './nginx-config.ts';

// Writes the image's nginx.conf to the standard output.
process.stdout.write(nginxConfig(IMAGE_SETTINGS));
