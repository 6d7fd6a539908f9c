import './loading.css';

/** Three calm dots. They appear only when the wait is long enough to be felt. */
export function Loading() {
  return (
    <div class="loading" role="status" aria-label="请稍候">
      <span />
      <span />
      <span />
    </div>
  );
}
