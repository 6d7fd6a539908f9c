import type { Plugin } from 'vite';
import { interfacePack } from './interface-pack.ts';

const id = 'virtual:interface-pack';
const devAddress = '/speech/interface.pack';

/**
 * Gives the kiosk the address of the sounds that come with it, as `virtual:interface-pack`. They are made when the
 * kiosk's code first asks for them: the first time in a checkout that takes half a minute, later a second.
 */
export function speechPlugin(): Plugin {
  let serving = false;
  return {
    name: 'interface-pack',
    configResolved: config => {
      serving = config.command === 'serve';
    },
    configureServer: server => {
      server.middlewares.use(devAddress, (_request, response, next) => {
        interfacePack().then(({ pack }) => response.end(pack), next);
      });
    },
    resolveId: source => (source === id ? `\0${id}` : null),
    load: {
      filter: { id: /^\0virtual:interface-pack$/ },
      async handler() {
        if (serving) return `export const interfacePackUrl = '${devAddress}';`;
        const { pack, made } = await interfacePack();
        if (made > 0) this.info(`${made} sounds were made`);
        const file = this.emitFile({ type: 'asset', name: 'interface.pack', source: pack });
        return `export const interfacePackUrl = import.meta.ROLLUP_FILE_URL_${file};`;
      },
    },
  };
}
