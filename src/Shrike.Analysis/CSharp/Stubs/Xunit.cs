// namespaces: Xunit
// world: both
// xUnit; signatures only, the rare ones left out.
using System;
using System.Collections;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Xunit
{
    public class FactAttribute : Attribute
    {
        public string DisplayName { get; set; }
        public bool Explicit { get; set; }
        public string Skip { get; set; }
        public int Timeout { get; set; }
    }

    public class TheoryAttribute : FactAttribute { }

    public class InlineDataAttribute : Attribute
    {
        public InlineDataAttribute(params object[] data) { }

        public string Skip { get; set; }
    }

    public class MemberDataAttribute : Attribute
    {
        public MemberDataAttribute(string memberName, params object[] arguments) { }

        public Type MemberType { get; set; }
        public bool DisableDiscoveryEnumeration { get; set; }
    }

    public class ClassDataAttribute : Attribute
    {
        public ClassDataAttribute(Type type) { }
    }

    public class TraitAttribute : Attribute
    {
        public TraitAttribute(string name, string value) { }
    }

    public class CollectionAttribute : Attribute
    {
        public CollectionAttribute(string name) { }
    }

    public class CollectionDefinitionAttribute : Attribute
    {
        public CollectionDefinitionAttribute() { }

        public CollectionDefinitionAttribute(string name) { }

        public bool DisableParallelization { get; set; }
    }

    public interface IClassFixture<TFixture>
        where TFixture : class { }

    public interface ICollectionFixture<TFixture>
        where TFixture : class { }

    public class TheoryData<T> : IEnumerable<object[]>
    {
        public TheoryData() { }

        public TheoryData(IEnumerable<T> values) { }

        public void Add(T p) { }

        public IEnumerator<object[]> GetEnumerator() => null;

        IEnumerator IEnumerable.GetEnumerator() => null;
    }

    public class TheoryData<T1, T2> : IEnumerable<object[]>
    {
        public void Add(T1 p1, T2 p2) { }

        public IEnumerator<object[]> GetEnumerator() => null;

        IEnumerator IEnumerable.GetEnumerator() => null;
    }

    public class TheoryData<T1, T2, T3> : IEnumerable<object[]>
    {
        public void Add(T1 p1, T2 p2, T3 p3) { }

        public IEnumerator<object[]> GetEnumerator() => null;

        IEnumerator IEnumerable.GetEnumerator() => null;
    }

    public class Record
    {
        public static Exception Exception(Action code) => null;

        public static Exception Exception(Func<object> code) => null;

        public static Task<Exception> ExceptionAsync(Func<Task> code) => null;
    }

    public class Assert
    {
        protected Assert() { }

        public static void All<T>(IEnumerable<T> collection, Action<T> action) { }

        public static void All<T>(IEnumerable<T> collection, Action<T, int> action) { }

        public static void Collection<T>(IEnumerable<T> collection, params Action<T>[] inspectors) { }

        public static void Contains<T>(T expected, IEnumerable<T> collection) { }

        public static void Contains<T>(T expected, IEnumerable<T> collection, IEqualityComparer<T> comparer) { }

        public static void Contains<T>(IEnumerable<T> collection, Predicate<T> filter) { }

        public static void Contains(string expected, string actual) { }

        public static void Contains(string expected, string actual, StringComparison comparison) { }

        public static void DoesNotContain<T>(T expected, IEnumerable<T> collection) { }

        public static void DoesNotContain<T>(T expected, IEnumerable<T> collection, IEqualityComparer<T> comparer) { }

        public static void DoesNotContain<T>(IEnumerable<T> collection, Predicate<T> filter) { }

        public static void DoesNotContain(string expected, string actual) { }

        public static void DoesNotContain(string expected, string actual, StringComparison comparison) { }

        public static void DoesNotMatch(string pattern, string actual) { }

        public static void Empty(IEnumerable collection) { }

        public static void EndsWith(string expected, string actual) { }

        public static void EndsWith(string expected, string actual, StringComparison comparison) { }

        public static void Equal<T>(T expected, T actual) { }

        public static void Equal<T>(T expected, T actual, IEqualityComparer<T> comparer) { }

        public static void Equal<T>(T expected, T actual, Func<T, T, bool> comparer) { }

        public static void Equal<T>(IEnumerable<T> expected, IEnumerable<T> actual) { }

        public static void Equal<T>(IEnumerable<T> expected, IEnumerable<T> actual, IEqualityComparer<T> comparer) { }

        public static void Equal<T>(IEnumerable<T> expected, IEnumerable<T> actual, Func<T, T, bool> comparer) { }

        public static void Equal(double expected, double actual, int precision) { }

        public static void Equal(double expected, double actual, double tolerance) { }

        public static void Equal(decimal expected, decimal actual, int precision) { }

        public static void Equal(DateTime expected, DateTime actual, TimeSpan precision) { }

        public static void Equal(
            string expected,
            string actual,
            bool ignoreCase = false,
            bool ignoreLineEndingDifferences = false,
            bool ignoreWhiteSpaceDifferences = false,
            bool ignoreAllWhiteSpace = false
        ) { }

        public static void Equivalent(object expected, object actual, bool strict = false) { }

        public static void Fail(string message = null) { }

        public static void False(bool? condition, string message = null) { }

        public static void InRange<T>(T actual, T low, T high)
            where T : IComparable { }

        public static T IsAssignableFrom<T>(object value) => default;

        public static void IsAssignableFrom(Type expected, object value) { }

        public static void IsNotType<T>(object value) { }

        public static void IsNotType(Type expected, object value) { }

        public static T IsType<T>(object value) => default;

        public static T IsType<T>(object value, bool exactMatch) => default;

        public static void IsType(Type expected, object value) { }

        public static void Matches(string pattern, string actual) { }

        public static void Multiple(params Action[] checks) { }

        public static void NotEmpty(IEnumerable collection) { }

        public static void NotEqual<T>(T expected, T actual) { }

        public static void NotEqual<T>(T expected, T actual, IEqualityComparer<T> comparer) { }

        public static void NotEqual<T>(IEnumerable<T> expected, IEnumerable<T> actual) { }

        public static void NotNull(object value) { }

        public static void NotSame(object expected, object actual) { }

        public static void Null(object value) { }

        public static void Same(object expected, object actual) { }

        public static object Single(IEnumerable collection) => null;

        public static T Single<T>(IEnumerable<T> collection) => default;

        public static T Single<T>(IEnumerable<T> collection, Predicate<T> filter) => default;

        public static void StartsWith(string expected, string actual) { }

        public static void StartsWith(string expected, string actual, StringComparison comparison) { }

        public static T Throws<T>(Action code)
            where T : Exception => null;

        public static T Throws<T>(Func<object> code)
            where T : Exception => null;

        public static T Throws<T>(string parameter, Action code)
            where T : ArgumentException => null;

        public static T Throws<T>(string parameter, Func<object> code)
            where T : ArgumentException => null;

        public static Exception Throws(Type exception, Action code) => null;

        public static T ThrowsAny<T>(Action code)
            where T : Exception => null;

        public static T ThrowsAny<T>(Func<object> code)
            where T : Exception => null;

        public static Task<T> ThrowsAnyAsync<T>(Func<Task> code)
            where T : Exception => null;

        public static Task<T> ThrowsAsync<T>(Func<Task> code)
            where T : Exception => null;

        public static Task<T> ThrowsAsync<T>(string parameter, Func<Task> code)
            where T : ArgumentException => null;

        public static Task<Exception> ThrowsAsync(Type exception, Func<Task> code) => null;

        public static void True(bool? condition, string message = null) { }
    }
}
