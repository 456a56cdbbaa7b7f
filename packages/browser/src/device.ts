/** The narrowest screen, in CSS pixels, that is a tablet's. */
const TABLET_PX = 600;

type Device = 'phone' | 'tablet' | 'desktop';

let device: Device | undefined;

/** What kind of device this is: people read at another pace on each. Asked once, for to ask makes the page lay itself out. */
export const deviceOf = (): Device => (device ??= deviceNow());

function deviceNow(): Device {
  if (!matchMedia('(pointer: coarse)').matches) return 'desktop';
  return Math.min(screen.width, screen.height) < TABLET_PX ? 'phone' : 'tablet';
}
