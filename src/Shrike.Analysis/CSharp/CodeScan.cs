namespace Shrike.Analysis.CSharp;

/// <summary>Walks C# text once, without a compiler, and measures how deep its brackets, type arguments and conditional accesses
/// nest. Comments, literals, directives and disabled code are stepped over as the compiler would; holes of interpolated strings
/// are code.</summary>
internal ref struct CodeScan
{
    public const int MaxBrackets = 400;
    public const int MaxAngles = 200;
    public const int MaxAccesses = 1200;
    public const int MaxConditions = 400;
    public const int MaxBranches = 1000;
    public const int MaxDefines = 1000;

    /// <summary>Nesting of all parentheses and angles together, where it is deep: the parser looks ahead from each to its end, which took
    /// 80 ns a level.</summary>
    public const long MaxWork = 30_000_000;

    /// <summary>Nesting that people write.</summary>
    private const int Shallow = 20;

    /// <summary>Brackets in code that is broken.</summary>
    public const int MaxBroken = 5000;

    private readonly ReadOnlySpan<char> text;
    private readonly HashSet<string> symbols;
    private readonly Stack<Level> levels = new();
    private readonly Stack<bool> conditions = new();
    private int pos;
    private int angles;
    private int accesses;
    private int lambdas;

    /// <summary>How deep the brackets were at the first open angle: outside of them an operator ends all.</summary>
    private int angleLevel;
    private int branches;
    private int defines;
    private bool isLineStart = true;
    private string? problem;
    private bool isBroken;
    private int parentheses;
    private long work;

    public CodeScan(ReadOnlySpan<char> text, IEnumerable<string> constants)
    {
        this.text = text;
        symbols = new HashSet<string>(constants, StringComparer.Ordinal);
    }

    /// <summary>An open bracket, or the hole of a string that goes on behind it.</summary>
    private readonly record struct Level(char Open, int Angles, int Accesses, int Lambdas, Literal Outer);

    /// <param name="Quotes">0 for none, 1 for "…", 3 and more for raw.</param>
    private readonly record struct Literal(int Quotes, int Dollars, bool IsVerbatim, bool IsMultiLine);

    /// <summary>Lambdas as arguments within each other.</summary>
    public int MostLambdas { get; private set; }

    /// <summary>Why the text must not be parsed, or null.</summary>
    public string? Run()
    {
        while (pos < text.Length && problem is null)
            Step(text[pos]);
        return problem
            ?? ((isBroken || levels.Count > 0) && IsRisky() ? "brackets or quotes that do not match, and too many of them" : null);
    }

    /// <summary>Where code is broken, the compiler may read as code what was stepped over here as text; then what counts is what
    /// there is at all.</summary>
    private readonly bool IsRisky() => text.Count('(') + text.Count('[') + text.Count('<') > MaxBroken;

    private readonly char At(int index) => (uint)index < (uint)text.Length ? text[index] : '\0';

    private static bool IsNewLine(char c) => c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';

    private void Step(char c)
    {
        if (IsNewLine(c))
        {
            isLineStart = true;
            pos++;
            return;
        }

        if (char.IsWhiteSpace(c))
        {
            pos++;
            return;
        }

        if (c == '#' && isLineStart)
        {
            Directive();
            return;
        }

        isLineStart = false;
        switch (c)
        {
            case '/' when At(pos + 1) == '/':
                SkipLine();
                break;
            case '/' when At(pos + 1) == '*':
                int end = text[(pos + 2)..].IndexOf("*/");
                // A comment over several lines does not make what follows it the start of one, and neither does one within a line.
                pos = end < 0 ? text.Length : pos + 2 + end + 2;
                break;
            case '\'':
                Plain('\'');
                break;
            case '"' or '$' or '@' when Begin(out Literal literal):
                Inside(literal);
                break;
            case '(' or '[' or '{':
                Open(c, default);
                break;
            case ')' or ']' or '}':
                Close();
                break;
            default:
                Operator(c);
                break;
        }
    }

    private void Open(char c, Literal outer)
    {
        levels.Push(new Level(c, angles, accesses, lambdas, outer));
        pos++;
        if (levels.Count > MaxBrackets)
            problem = $"brackets nested more than {MaxBrackets} deep";
        if (c == '(')
            Work(++parentheses);
    }

    private void Work(int depth)
    {
        work += depth > Shallow ? depth : 0;
        if (work > MaxWork)
            problem = "too many deeply nested brackets";
    }

    private void Close()
    {
        char c = text[pos++];
        // One that closes nothing is left alone: were it to end a string's hole, all behind it would look like text.
        if (!levels.TryPeek(out Level level) || level.Open != Opener(c))
        {
            isBroken = true;
            return;
        }

        levels.Pop();
        parentheses -= c == ')' ? 1 : 0;
        (angles, accesses, lambdas) = (level.Angles, level.Accesses, level.Lambdas);
        if (c == '}' && level.Outer.Quotes > 0)
        {
            // The hole's own end, of as many braces as the string has dollars.
            for (int more = level.Outer.Dollars; more > 1 && At(pos) == '}'; more--)
                pos++;
            Inside(level.Outer);
        }
        else if (c == '}')
        {
            EndOfPart();
        }
    }

    private static char Opener(char c) =>
        c switch
        {
            ')' => '(',
            ']' => '[',
            _ => '{',
        };

    /// <summary>What comes next is beside what came before, not within it.</summary>
    private void EndOfPart()
    {
        (angles, accesses, lambdas) = levels.TryPeek(out Level level) ? (level.Angles, level.Accesses, level.Lambdas) : (0, 0, 0);
    }

    private void Operator(char c)
    {
        char next = At(pos + 1);
        pos++;
        switch (c)
        {
            case '<':
                if (angles++ == 0)
                    angleLevel = levels.Count;
                Work(angles);
                if (angles > MaxAngles)
                    problem = $"type arguments or comparisons nested more than {MaxAngles} deep";
                break;
            case '>' when angles > 0:
                angles--;
                break;
            case '?' when next is '.' or '[':
                if (++accesses > MaxAccesses)
                    problem = $"more than {MaxAccesses} conditional accesses in one expression";
                break;
            case ';':
                EndOfPart();
                break;
            case ',':
                (accesses, lambdas) = levels.TryPeek(out Level level) ? (level.Accesses, level.Lambdas) : (0, 0);
                break;
            case '=' when next == '>':
                pos++;
                if (levels.TryPeek(out Level call) && call.Open == '(')
                    MostLambdas = Math.Max(MostLambdas, ++lambdas);
                break;
            case ':' when levels.TryPeek(out Level hole) && hole.Outer.Quotes > 0 && next != ':' && At(pos - 2) != ':':
                Format(hole.Outer);
                break;
            case '&' when next == '&':
            case '|' when next == '|':
            case ':' when next != ':' && At(pos - 2) != ':':
                // None of these is found between type arguments, so what was open was comparison.
                if (levels.Count <= angleLevel)
                    angles = 0;
                break;
        }
    }

    private void SkipLine()
    {
        while (pos < text.Length && !IsNewLine(text[pos]))
            pos++;
    }

    /// <summary>A literal that ends with its line at the latest.</summary>
    private void Plain(char quote)
    {
        pos++;
        while (pos < text.Length && !IsNewLine(text[pos]))
        {
            if (text[pos] == '\\')
                pos++;
            else if (text[pos] == quote)
            {
                pos++;
                return;
            }

            if (!IsNewLine(At(pos)))
                pos++;
        }

        isBroken = true;
    }

    /// <summary>Steps over the prefix and the quotes of a string; false, and one step on, where none begins.</summary>
    private bool Begin(out Literal literal)
    {
        int at = pos,
            dollars = 0;
        bool isVerbatim = false;
        for (; At(at) is '$' or '@'; at++)
        {
            dollars += text[at] == '$' ? 1 : 0;
            isVerbatim |= text[at] == '@';
        }

        int quotes = Run('"', at);
        literal = default;
        if (quotes == 0)
        {
            pos = at;
            return false;
        }

        bool isRaw = quotes >= 3 && !isVerbatim;
        pos = at + (isRaw ? quotes : 1);
        int line = pos;
        while (line < text.Length && text[line] is ' ' or '\t')
            line++;
        literal = new Literal(isRaw ? quotes : 1, dollars, isVerbatim, isVerbatim || (isRaw && IsNewLine(At(line))));
        return true;
    }

    private readonly int Run(char c, int at)
    {
        int end = at;
        while (end < text.Length && text[end] == c)
            end++;
        return end - at;
    }

    /// <summary>The text of a string up to its end, or up to a hole.</summary>
    private void Inside(Literal literal)
    {
        while (pos < text.Length)
        {
            char c = text[pos];
            if (IsNewLine(c) && !literal.IsMultiLine)
                break;
            if (c == '"')
            {
                int quotes = Run('"', pos);
                if (literal.Quotes >= 3)
                {
                    pos += quotes;
                    if (quotes >= literal.Quotes)
                        return;
                    continue;
                }

                // Doubled within a verbatim string; elsewhere the first one ends it.
                pos += literal.IsVerbatim ? quotes : 1;
                if (!literal.IsVerbatim || quotes % 2 == 1)
                    return;
                continue;
            }

            if (c == '{' && literal.Dollars > 0)
            {
                int braces = Run('{', pos);
                bool isHole = literal.Quotes >= 3 ? braces >= literal.Dollars : braces % 2 == 1;
                pos += braces;
                if (!isHole)
                    continue;
                pos--;
                Open('{', literal);
                return;
            }

            pos += c == '\\' && !literal.IsVerbatim && literal.Quotes < 3 && !IsNewLine(At(pos + 1)) ? 2 : 1;
        }

        isBroken = true;
    }

    /// <summary>`{x:yyyy-MM}`: text up to the hole's end.</summary>
    private void Format(Literal literal)
    {
        while (pos < text.Length && text[pos] is not ('}' or '"') && (literal.IsMultiLine || !IsNewLine(text[pos])))
            pos++;
        if (At(pos) == '"' && levels.TryPop(out Level level))
        {
            (angles, accesses, lambdas) = (level.Angles, level.Accesses, level.Lambdas);
            Inside(literal);
        }
    }

    private void Directive()
    {
        pos++;
        ReadOnlySpan<char> line = Line();
        string word = Word(ref line);
        switch (word)
        {
            case "define" or "undef":
                if (++defines > MaxDefines)
                    problem = $"more than {MaxDefines} symbols defined";
                else if (word == "define")
                    symbols.Add(Word(ref line));
                else
                    symbols.Remove(Word(ref line));
                break;
            case "if":
                bool isOn = Holds(line);
                conditions.Push(isOn);
                if (conditions.Count > MaxConditions)
                    problem = $"more than {MaxConditions} conditional directives open at once";
                else if (!isOn)
                    SkipDisabled();
                break;
            case "elif" or "else" when conditions.Count > 0:
                // Reached from code that was on: the rest is off.
                SkipDisabled();
                break;
            case "endif" when conditions.Count > 0:
                conditions.Pop();
                branches = 0;
                break;
        }
    }

    /// <summary>From behind a directive that is off to behind the next one of its group that is on.</summary>
    private void SkipDisabled()
    {
        int nested = 0;
        while (pos < text.Length && problem is null)
        {
            while (pos < text.Length && (IsNewLine(text[pos]) || char.IsWhiteSpace(text[pos])))
                pos++;
            if (At(pos) != '#')
            {
                SkipLine();
                continue;
            }

            pos++;
            ReadOnlySpan<char> line = Line();
            switch (Word(ref line))
            {
                case "if":
                    if (++nested + conditions.Count > MaxConditions)
                        problem = $"more than {MaxConditions} conditional directives open at once";
                    break;
                case "endif" when nested > 0:
                    nested--;
                    break;
                case "endif":
                    conditions.TryPop(out _);
                    branches = 0;
                    return;
                case "elif" when nested == 0:
                    if (++branches > MaxBranches)
                        problem = $"more than {MaxBranches} branches of one condition";
                    if (!conditions.Peek() && Holds(line))
                    {
                        TurnOn();
                        return;
                    }

                    break;
                case "else" when nested == 0 && !conditions.Peek():
                    TurnOn();
                    return;
            }
        }
    }

    private readonly void TurnOn()
    {
        conditions.Pop();
        conditions.Push(true);
    }

    private bool Holds(ReadOnlySpan<char> line)
    {
        bool? holds = DirectiveCondition.Evaluate(line, symbols);
        if (holds is null)
            problem = $"a condition of more than {DirectiveCondition.MaxLength} characters";
        return holds == true;
    }

    /// <summary>The rest of the line, stepped over.</summary>
    private ReadOnlySpan<char> Line()
    {
        int start = pos;
        SkipLine();
        return text[start..pos];
    }

    private static string Word(ref ReadOnlySpan<char> line)
    {
        line = line.TrimStart();
        int end = 0;
        while (end < line.Length && (char.IsLetterOrDigit(line[end]) || line[end] == '_'))
            end++;
        var word = line[..end].ToString();
        line = line[end..];
        return word;
    }
}
