/** A name for a file. Names of people and organisations hold what no file system takes. */
export function fileName(title: string): string {
  const name = title.replace(/[\p{Cc}<>:"/\\|?*]+/gu, ' ').replace(/\s+/g, ' ');
  return name.trim().replace(/^\.+|\.+$/g, '') || 'Atrium Desk';
}
