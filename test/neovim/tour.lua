-- A second client: Neovim's own, over standard input and output. Prints "ok" or "not ok" and what was looked at.
-- Written for 0.7, the oldest that distributions carry, as well as for newer versions.
local server, file = os.getenv('LEASTWISE_SERVER'), os.getenv('LEASTWISE_FILE')
local action = 's3:GetObjekt'
local failed = false

local function check(what, holds)
  failed = failed or not holds
  io.stdout:write((holds and 'ok ' or 'not ok ') .. what .. '\n')
end

vim.cmd('edit ' .. vim.fn.fnameescape(file))
local buffer = vim.api.nvim_get_current_buf()
local start = vim.lsp.start or vim.lsp.start_client
local id = start({ name = 'leastwise', cmd = { 'node', server, '--stdio' }, root_dir = vim.fn.getcwd() })
vim.lsp.buf_attach_client(buffer, id)

local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(buffer, method, params, 5000)
  return answers and answers[id] and answers[id].result
end

local function wait(holds)
  return vim.wait(10000, holds, 20)
end

local found = wait(function() return #vim.diagnostic.get(buffer) > 0 end)
local diagnostic = vim.diagnostic.get(buffer)[1]
check('starts and shows a finding', found)
if not found then vim.cmd('cq!') end

local line = vim.api.nvim_buf_get_lines(buffer, diagnostic.lnum, diagnostic.lnum + 1, false)[1]
local under = line:sub(diagnostic.col + 1, diagnostic.end_col):gsub('"', '')
check('underlines the action: ' .. under, under == action)
check('names the rule: ' .. tostring(diagnostic.code), diagnostic.code == 'invalid-action')

local document = { uri = vim.uri_from_bufnr(buffer) }
local from = { line = diagnostic.lnum, character = diagnostic.col }
local to = { line = diagnostic.lnum, character = diagnostic.end_col }
local hover = ask('textDocument/hover', { textDocument = document, position = { line = 2, character = 5 } })
check('answers a hover', hover ~= nil)

local raw = diagnostic.user_data and diagnostic.user_data.lsp or {}
local reported = {
  range = { start = from, ['end'] = to },
  message = diagnostic.message,
  code = raw.code or diagnostic.code,
  source = diagnostic.source,
  data = raw.data,
}
local actions = ask('textDocument/codeAction', {
  textDocument = document,
  range = reported.range,
  context = { diagnostics = { reported } },
})
local fix
for _, candidate in ipairs(actions or {}) do
  if not fix and candidate.title:find('s3:GetObject', 1, true) then fix = candidate end
end
check('offers a fix', fix ~= nil)
if fix then
  local edit = fix.edit or (ask('codeAction/resolve', fix) or {}).edit
  vim.lsp.util.apply_workspace_edit(edit, vim.lsp.get_client_by_id(id).offset_encoding)
  local text = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n')
  check('applies it', text:find('"s3:GetObject"', 1, true) ~= nil and not text:find(action, 1, true))
  check('takes the finding back', wait(function() return #vim.diagnostic.get(buffer) == 0 end))
end

vim.lsp.stop_client(id)
vim.cmd(failed and 'cq!' or 'qa!')
