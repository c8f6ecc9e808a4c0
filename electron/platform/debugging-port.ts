import type { CommandLine } from 'electron';

/** What opens a door to every page of the app, without asking who comes in. */
const doors = ['remote-debugging-port', 'remote-debugging-pipe', 'remote-allow-origins'];

/**
 * Chromium takes these switches from whoever starts the app, and no fuse is against it: another user of the computer could
 * then act in a window somebody has signed in to. Before the app is ready, which is when the door would be opened.
 * @param inspected Node's own inspector is open. The fuses of what ships see to it that it can't be (electron-builder.yml), so
 *   that only a build for tests can be driven from outside.
 */
export function closeDebuggingPort(commandLine: CommandLine, packaged: boolean, inspected: boolean): void {
  if (!packaged || inspected) return;
  for (const door of doors) commandLine.removeSwitch(door);
}
