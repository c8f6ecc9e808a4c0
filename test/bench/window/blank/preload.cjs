const { contextBridge, ipcRenderer } = require('electron');

contextBridge.exposeInMainWorld('blank', { rows: () => ipcRenderer.invoke('rows') });
