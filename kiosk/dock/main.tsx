import '../ui/base.css';
import '../ui/tokens.css';
import './dock.css';
import './drawings.css';
import './panels.css';
import { render } from 'preact';
import { Dock } from './dock.tsx';
import { followDock } from './dock-state.ts';

const root = document.getElementById('dock');
if (root === null) throw new Error('dock.html has no #dock');

followDock();
render(<Dock />, root);
