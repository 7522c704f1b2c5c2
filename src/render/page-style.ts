/** Style of the check run page: light and dark by the reader's own setting. */
export const PAGE_STYLE = `
:root{color-scheme:light dark;--ground:#fff;--raised:#f6f8fa;--ink:#1f2328;--muted:#59636e;--line:#d1d9e0;--accent:#0969da;
--good:#1a7f37;--calm:#6e7781;--bad:#d1242f;--warn:#9a6700;--warn-ground:#fff8c5;--note:#0969da;--note-ground:#ddf4ff;--mark:#fffbe0}
@media(prefers-color-scheme:dark){:root{--ground:#0d1117;--raised:#151b23;--ink:#f0f6fc;--muted:#9198a1;--line:#3d444d;--accent:#4493f8;
--good:#3fb950;--calm:#9198a1;--bad:#f85149;--warn:#d29922;--warn-ground:#272115;--note:#4493f8;--note-ground:#121d2f;--mark:#1f1c12}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:14px/1.5 -apple-system,BlinkMacSystemFont,"Segoe UI","Noto Sans",Helvetica,Arial,sans-serif,"Noto Color Emoji"}
code,.lines{font-family:ui-monospace,SFMono-Regular,"SF Mono",Menlo,Consolas,"Liberation Mono",monospace;font-size:12px}
a{color:var(--accent);text-decoration:none}a:hover{text-decoration:underline}
.view{max-width:1012px;margin:0 auto;padding:24px 16px 40px}
.view+.view{border-top:1px solid var(--line)}
.crumbs{display:flex;gap:8px 16px;flex-wrap:wrap;align-items:baseline;margin-bottom:12px;font-size:16px;font-weight:600;color:var(--accent)}
.muted{color:var(--muted);font-size:12px;font-weight:400}
.box{border:1px solid var(--line);border-radius:6px;overflow:hidden}
.run-head{display:flex;gap:12px;align-items:center;padding:12px 16px;background:var(--raised);border-bottom:1px solid var(--line)}
.grow{flex:1}.run-name{font-weight:600;font-size:16px;line-height:1.25}
.icon circle{fill:var(--calm)}.icon path{stroke:var(--ground)}
.success .icon circle{fill:var(--good)}.failure .icon circle{fill:var(--bad)}
.button{border:1px solid var(--line);border-radius:6px;padding:3px 12px;font-size:12px;font-weight:500;background:var(--ground)}
.run-body{padding:16px}
h1{font-size:20px;line-height:1.3;margin:0 0 16px;font-weight:600}
h2{font-size:14px;margin:24px 0 8px;font-weight:600}
.markdown h3{font-size:16px;margin:20px 0 8px}
.markdown p,.markdown ul,.markdown ol,.markdown table,.markdown details{margin:0 0 12px}
.markdown ul,.markdown ol{padding-left:24px}
.markdown table{border-collapse:collapse;display:block;overflow-x:auto;width:max-content;max-width:100%}
.markdown th,.markdown td{border:1px solid var(--line);padding:6px 12px;text-align:left;vertical-align:top}
.markdown td:first-child,.markdown td:nth-child(2){white-space:nowrap}
.markdown tr:nth-child(even) td{background:var(--raised)}
.markdown code{background:color-mix(in srgb,var(--muted) 14%,transparent);border-radius:6px;padding:2px 5px;overflow-wrap:anywhere;white-space:break-spaces}
.markdown summary{cursor:pointer;font-weight:500}.markdown details[open] summary{margin-bottom:8px}
.markdown>:last-child{margin-bottom:0}.markdown sub{font-size:12px;color:var(--muted);vertical-align:baseline}
.file{margin-bottom:16px}.file-head{padding:8px 16px;background:var(--raised);border-bottom:1px solid var(--line)}
.lines{width:100%;border-collapse:collapse;line-height:20px}
.lines td{padding:0 12px;vertical-align:top}
.number{width:1%;min-width:48px;text-align:right;color:var(--muted);user-select:none}
.line{white-space:pre-wrap;overflow-wrap:anywhere}
.marked td{background:var(--mark)}
.annotation{margin:8px 0;padding:10px 14px;border:1px solid var(--line);border-left:4px solid;border-radius:6px;font:13px/1.5 -apple-system,BlinkMacSystemFont,"Segoe UI","Noto Sans",Helvetica,Arial,sans-serif}
.annotation p{margin:4px 0 0}.annotation-head{display:flex;justify-content:space-between;gap:12px;flex-wrap:wrap}
.annotation.warning{border-left-color:var(--warn);background:var(--warn-ground)}
.annotation.notice{border-left-color:var(--note);background:var(--note-ground)}
`;
