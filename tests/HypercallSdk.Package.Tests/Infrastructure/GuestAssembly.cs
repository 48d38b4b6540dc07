using System;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace HypercallSdk.Package.Tests.Infrastructure;

/// <summary>An assembly that a build made, read without loading it.</summary>
internal static class GuestAssembly
{
    /// <summary>The full names of the types that it defines at the top level, sorted.</summary>
    public static string[] Types(string path)
    {
        using PEReader image = new(File.OpenRead(path));
        MetadataReader metadata = image.GetMetadataReader();
        return
        [
            .. metadata.TypeDefinitions
                .Select(metadata.GetTypeDefinition)
                .Where(static type => type.GetDeclaringType().IsNil)
                .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}")
                .Order(StringComparer.Ordinal),
        ];
    }
}
