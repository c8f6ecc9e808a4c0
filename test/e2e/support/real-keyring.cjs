// Loaded before the app. Playwright has Chromium keep secrets nowhere real (`--password-store=basic`), after the switches of
// the command line: what is said last holds.
const { app } = require('electron');

app.commandLine.appendSwitch('password-store', 'gnome-libsecret');
