// namespaces: ICSharpCode.SharpZipLib.Zip, ICSharpCode.SharpZipLib.Tar, ICSharpCode.SharpZipLib.Core, SharpCompress.Archives, SharpCompress.Archives.Zip, SharpCompress.Common, SharpCompress.Readers, Ionic.Zip
// world: both
// SharpZipLib, SharpCompress and DotNetZip; signatures only.
using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;

namespace ICSharpCode.SharpZipLib.Core
{
    public static class StreamUtils
    {
        public static void Copy(Stream source, Stream destination, byte[] buffer) => throw null!;
    }
}

namespace ICSharpCode.SharpZipLib.Zip
{
    public class ZipEntry
    {
        public ZipEntry(string name) { }

        public string Name => throw null!;
        public long Size { get; set; }
        public bool IsDirectory => throw null!;
        public bool IsFile => throw null!;

        public static string CleanName(string name) => throw null!;
    }

    public class ZipFile : IEnumerable<ZipEntry>, IDisposable
    {
        public ZipFile(string name) { }

        public ZipFile(FileStream file) { }

        public ZipFile(Stream stream) { }

        public string Password
        {
            set => throw null!;
        }
        public long Count => throw null!;
        public ZipEntry this[int index] => throw null!;

        public Stream GetInputStream(ZipEntry entry) => throw null!;

        public ZipEntry GetEntry(string name) => throw null!;

        public IEnumerator<ZipEntry> GetEnumerator() => throw null!;

        IEnumerator IEnumerable.GetEnumerator() => throw null!;

        public void Close() => throw null!;

        void IDisposable.Dispose() => throw null!;
    }

    public class ZipInputStream : Stream
    {
        public ZipInputStream(Stream baseInputStream) { }

        public ZipEntry GetNextEntry() => throw null!;

        public override bool CanRead => throw null!;
        public override bool CanSeek => throw null!;
        public override bool CanWrite => throw null!;
        public override long Length => throw null!;
        public override long Position
        {
            get => throw null!;
            set => throw null!;
        }

        public override void Flush() => throw null!;

        public override int Read(byte[] buffer, int offset, int count) => throw null!;

        public override long Seek(long offset, SeekOrigin origin) => throw null!;

        public override void SetLength(long value) => throw null!;

        public override void Write(byte[] buffer, int offset, int count) => throw null!;
    }

    public class FastZip
    {
        public void ExtractZip(string zipFileName, string targetDirectory, string fileFilter) => throw null!;

        public void CreateZip(string zipFileName, string sourceDirectory, bool recurse, string fileFilter) => throw null!;
    }
}

namespace ICSharpCode.SharpZipLib.Tar
{
    public class TarEntry
    {
        public string Name { get; set; }
        public bool IsDirectory => throw null!;
    }

    public class TarArchive : IDisposable
    {
        public static TarArchive CreateInputTarArchive(Stream inputStream, System.Text.Encoding nameEncoding) => throw null!;

        public void ExtractContents(string destinationDirectory) => throw null!;

        public void ExtractContents(string destinationDirectory, bool allowParentTraversal) => throw null!;

        public void Close() => throw null!;

        public void Dispose() => throw null!;
    }
}

namespace SharpCompress.Common
{
    public interface IEntry
    {
        string Key { get; }
        bool IsDirectory { get; }
        long Size { get; }
    }

    public class ExtractionOptions
    {
        public bool ExtractFullPath { get; set; }
        public bool Overwrite { get; set; }
    }
}

namespace SharpCompress.Archives
{
    using SharpCompress.Common;

    public interface IArchiveEntry : IEntry
    {
        Stream OpenEntryStream();
    }

    public interface IArchive : IDisposable
    {
        IEnumerable<IArchiveEntry> Entries { get; }
    }

    public static class ArchiveFactory
    {
        public static IArchive Open(string filePath) => throw null!;

        public static IArchive Open(Stream stream) => throw null!;
    }

    public static class IArchiveEntryExtensions
    {
        public static void WriteTo(this IArchiveEntry archiveEntry, Stream streamToWriteTo) => throw null!;

        public static void WriteToFile(this IArchiveEntry entry, string destinationFileName, ExtractionOptions options = null) =>
            throw null!;

        public static void WriteToDirectory(this IArchiveEntry entry, string destinationDirectory, ExtractionOptions options = null) =>
            throw null!;
    }
}

namespace SharpCompress.Archives.Zip
{
    public class ZipArchive : IArchive
    {
        public static ZipArchive Open(string filePath) => throw null!;

        public static ZipArchive Open(Stream stream) => throw null!;

        public IEnumerable<IArchiveEntry> Entries => throw null!;

        public void Dispose() => throw null!;
    }
}

namespace SharpCompress.Readers
{
    using SharpCompress.Common;

    public interface IReader : IDisposable
    {
        IEntry Entry { get; }
        bool MoveToNextEntry();
    }

    public static class ReaderFactory
    {
        public static IReader Open(Stream stream) => throw null!;
    }

    public static class IReaderExtensions
    {
        public static void WriteEntryToFile(this IReader reader, string destinationFileName, ExtractionOptions options = null) =>
            throw null!;

        public static void WriteEntryToDirectory(this IReader reader, string destinationDirectory, ExtractionOptions options = null) =>
            throw null!;
    }
}

namespace Ionic.Zip
{
    public enum ExtractExistingFileAction
    {
        Throw,
        OverwriteSilently,
        DoNotOverwrite,
    }

    public class ZipEntry
    {
        public string FileName { get; set; }
        public bool IsDirectory => throw null!;

        public void Extract() => throw null!;

        public void Extract(string baseDirectory) => throw null!;

        public void Extract(string baseDirectory, ExtractExistingFileAction extractExistingFile) => throw null!;

        public void Extract(Stream stream) => throw null!;
    }

    public class ZipFile : IEnumerable<ZipEntry>, IDisposable
    {
        public ZipFile() { }

        public ZipFile(string fileName) { }

        public static ZipFile Read(string fileName) => throw null!;

        public static ZipFile Read(Stream zipStream) => throw null!;

        public string Password
        {
            set => throw null!;
        }
        public ICollection<ZipEntry> Entries => throw null!;

        public ZipEntry AddEntry(string entryName, byte[] byteContent) => throw null!;

        public ZipEntry AddEntry(string entryName, string content) => throw null!;

        public ZipEntry AddFile(string fileName) => throw null!;

        public void ExtractAll(string path) => throw null!;

        public void ExtractAll(string path, ExtractExistingFileAction extractExistingFile) => throw null!;

        public void Save(string fileName) => throw null!;

        public void Save(Stream outputStream) => throw null!;

        public IEnumerator<ZipEntry> GetEnumerator() => throw null!;

        IEnumerator IEnumerable.GetEnumerator() => throw null!;

        public void Dispose() => throw null!;
    }
}
