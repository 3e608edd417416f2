-- Run by `pandoc lua`: answers requests until its input ends. Only casewright.document.pandoc talks to it.
--
-- A request is two lines of JSON: what to do, and what to do it on (an AST, or a string of text).
-- An answer is two lines: `ok` or `error`, and the result as JSON (an AST, or a string of text).
-- JSON has no raw newline, so that lines are frames on every system.

local nothing_to_read = {} -- as read_env: a reader that includes a file finds none

-- `sourcepos` wraps every word and every space in a span with its position, which makes the JSON five times as long as
-- it need be. A plain word keeps its position as a field of its own, `p`; any other wrapper stays as it is.
local wrapper = '{"t":"Span","c":%[%["",%[%],%[%["wrapper","1"%],%["data%-pos","(%d+:%d+)%-%d+:%d+"%]%]%],%[{"t":"'
local wrapped_word = wrapper .. 'Str","c":"([^"\\]*)"}%]%]}'
local wrapped_space = wrapper .. 'Space"}%]%]}'

local function shortened(json)
  json = json:gsub(wrapped_word, '{"t":"Str","c":"%2","p":"%1"}')
  return (json:gsub(wrapped_space, '{"t":"Space","p":"%1"}'))
end

local operations = {}

function operations.version()
  return pandoc.json.encode(tostring(PANDOC_VERSION))
end

function operations.read(request, subject)
  local text = pandoc.json.decode(subject, false)
  return shortened(pandoc.write(pandoc.read(text, request.format, {}, nothing_to_read), 'json'))
end

function operations.cite(request, subject)
  local document = pandoc.read(subject, 'json')
  document.meta['citation-style'] = request.style
  return pandoc.write(pandoc.utils.citeproc(document), 'json')
end

function operations.write(request, subject)
  local options = request.options or {}
  if request.template then
    options.template = pandoc.template.compile(request.template)
  end
  return pandoc.json.encode(pandoc.write(pandoc.read(subject, 'json'), request.format, options))
end

-- The first use of each reader and of citeproc costs several times the second: have it before anybody waits for it.
local function warm_up()
  local works = '@article{a, author = {A, B}, title = {C}}\n@article{b, author = {D, E}, title = {F}}'
  local document = pandoc.read(works, 'biblatex', {}, nothing_to_read)
  local two = {pandoc.Citation('a', 'NormalCitation'), pandoc.Citation('b', 'NormalCitation')} -- two are sorted
  document.blocks = {pandoc.Para{pandoc.Cite({pandoc.Str 'a'}, two)}}
  pandoc.utils.citeproc(document)
  local text = '::: {.a}\n# b\n\n[*c*]{.d e="f"} **ü**^2^\n:::\n'
  pandoc.write(pandoc.read(text, 'commonmark_x+sourcepos', {}, nothing_to_read), 'json')
end

warm_up()
io.stdout:setvbuf('full')
for line in io.lines() do
  local subject = io.read('l')
  local done, result = pcall(function()
    local request = pandoc.json.decode(line, false)
    local answer
    pandoc.log.silence(function() answer = operations[request.op](request, subject) end)
    return answer
  end)
  if not done then
    result = pandoc.json.encode(tostring(result))
  end
  io.stdout:write(done and 'ok' or 'error', '\n', result, '\n')
  io.stdout:flush()
end
