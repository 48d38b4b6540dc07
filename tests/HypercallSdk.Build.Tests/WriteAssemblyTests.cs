using System;
using System.IO;
using Microsoft.Build.Framework;
using Xunit;

namespace HypercallSdk.Build.Tests;

public sealed class WriteAssemblyTests : IDisposable
{
    private const string Emitted = "// a comment in C#\n#if HYPERCALL_ASSEMBLY // no C#\n\t.text\nstub:\n\tret\n#endif\n// the end\n";
    private const string Assembly = "\t.text\nstub:\n\tret\n";

    private readonly TemporaryProject _project = new();
    private readonly RecordingEngine _engine = new();

    public void Dispose() => _project.Dispose();

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void What_stands_between_if_and_endif_is_written(string lineEnd)
    {
        _project.Write("conduit.g.cs", Emitted.ReplaceLineEndings(lineEnd));
        Assert.Equal(_project.PathOf("obj/stubs.S"), Succeed("obj/stubs.S").ItemSpec);
        Assert.Equal(Assembly, File.ReadAllText(_project.PathOf("obj/stubs.S")));
    }

    [Fact]
    public void The_file_is_written_again_only_when_it_differs()
    {
        _project.Write("conduit.g.cs", Emitted);
        string path = Succeed("stubs.S").ItemSpec;
        DateTime past = new(2021, 7, 28, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(path, past);

        Assert.Equal(path, Succeed("stubs.S").ItemSpec);
        Assert.Equal(past, File.GetLastWriteTimeUtc(path));

        _project.Write("conduit.g.cs", "#if HYPERCALL_ASSEMBLY\n#endif\n");
        Succeed("stubs.S");
        Assert.Empty(File.ReadAllText(path));
    }

    [Fact]
    public void A_target_that_cannot_be_written_is_an_error_that_names_it()
    {
        _project.Write("conduit.g.cs", Emitted);
        _project.Write("obj", "a file where the directory should be");
        BuildErrorEventArgs error = Fail("obj/stubs.S");
        Assert.Equal(_project.PathOf("obj/stubs.S"), error.File);
        Assert.StartsWith("the hypercall stubs cannot be written: ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("; make the project's intermediate folder writable", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_generators_file_there_is_an_error_and_not_an_earlier_builds_stubs()
    {
        _project.Write("stubs.S", Assembly);
        BuildErrorEventArgs error = Fail("stubs.S");
        Assert.Equal(_project.PathOf("conduit.g.cs"), error.File);
        Assert.Equal(
            "the hypercall stubs cannot be written: the compiler has not run the package's generator, which leaves them in this file; "
            + "build again, and look for a warning that says why the generator was left out",
            error.Message);
    }

    [Fact]
    public void A_folder_may_have_a_name_that_means_something_to_MSBuild()
    {
        _project.Write("conduit.g.cs", Emitted);
        ITaskItem item = Succeed("a%41;b$(C)@'*?/stubs.S");
        Assert.Equal(_project.PathOf("a%41;b$(C)@'*?/stubs.S"), item.ItemSpec);
        Assert.Equal(Assembly, File.ReadAllText(item.ItemSpec));
        Assert.EndsWith("a%2541%3bb%24%28C%29%40%27%2a%3f/stubs.S", ((ITaskItem2)item).EvaluatedIncludeEscaped, StringComparison.Ordinal);
    }

    private ITaskItem Succeed(string target)
    {
        WriteAssembly task = TaskFor(target);
        Assert.True(task.Execute());
        return Assert.Single(task.Written);
    }

    private BuildErrorEventArgs Fail(string target)
    {
        WriteAssembly task = TaskFor(target);
        Assert.False(task.Execute());
        Assert.Empty(task.Written);
        return _engine.Only(BuildErrorCodes.InaccessibleFile);
    }

    private WriteAssembly TaskFor(string target) => new()
    {
        BuildEngine = _engine,
        EmittedFile = _project.PathOf("conduit.g.cs"),
        AssemblyFile = _project.PathOf(target),
    };
}
