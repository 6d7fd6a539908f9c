// Keeps the list of calls new, and rings when one comes. Without it the page loads itself anew every few seconds.
const list = document.getElementById('calls');
const line = document.getElementById('line');
const soundButton = document.getElementById('sound');
const title = document.title;
let sound = null;
let waiting = Number(list.querySelector('[data-open]')?.dataset.open ?? 0);

const events = new EventSource('/desk/calls/events');
events.addEventListener('calls', ({ data }) => {
  // A button under a finger must not be taken away by a list that says the same.
  if (list.dataset.shown !== data) list.innerHTML = data;
  list.dataset.shown = data;
  line.hidden = true;
  const now = Number(list.querySelector('[data-open]')?.dataset.open ?? 0);
  if (now > waiting) ring();
  waiting = now;
  document.title = now > 0 ? `（${now}）${title}` : title;
});
events.addEventListener('error', () => {
  line.hidden = false;
});

soundButton.hidden = false;
soundButton.addEventListener('click', () => {
  sound ??= new AudioContext();
  soundButton.textContent = '提示音已打开';
  ring();
});

function ring() {
  if (sound === null) return;
  for (const [tone, after] of [
    [880, 0],
    [660, 0.25],
  ]) {
    const oscillator = sound.createOscillator();
    const gain = sound.createGain();
    oscillator.frequency.value = tone;
    gain.gain.setValueAtTime(0.2, sound.currentTime + after);
    gain.gain.exponentialRampToValueAtTime(0.001, sound.currentTime + after + 0.22);
    oscillator.connect(gain).connect(sound.destination);
    oscillator.start(sound.currentTime + after);
    oscillator.stop(sound.currentTime + after + 0.24);
  }
}
