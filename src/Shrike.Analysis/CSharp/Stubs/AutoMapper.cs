// namespaces: AutoMapper, AutoMapper.QueryableExtensions
// world: both
// AutoMapper; signatures only.
using System;
using System.Linq;
using System.Linq.Expressions;

namespace AutoMapper
{
    public interface IMapper
    {
        TDestination Map<TDestination>(object source);
        TDestination Map<TSource, TDestination>(TSource source);
        TDestination Map<TSource, TDestination>(TSource source, TDestination destination);
        object Map(object source, Type sourceType, Type destinationType);
        IQueryable<TDestination> ProjectTo<TDestination>(IQueryable source, object parameters = null);
        IConfigurationProvider ConfigurationProvider { get; }
    }

    public interface IConfigurationProvider { }

    public class MapperConfiguration : IConfigurationProvider
    {
        public MapperConfiguration(Action<IMapperConfigurationExpression> configure) { }

        public IMapper CreateMapper() => throw null!;
    }

    public interface IProfileExpression
    {
        IMappingExpression<TSource, TDestination> CreateMap<TSource, TDestination>();
    }

    public interface IMapperConfigurationExpression : IProfileExpression
    {
        void AddProfile<TProfile>()
            where TProfile : Profile, new();
        void AddProfile(Profile profile);
    }

    public class Profile
    {
        public IMappingExpression<TSource, TDestination> CreateMap<TSource, TDestination>() => throw null!;
    }

    public interface IMappingExpression<TSource, TDestination>
    {
        IMappingExpression<TSource, TDestination> ForMember<TMember>(
            Expression<Func<TDestination, TMember>> destinationMember,
            Action<IMemberConfigurationExpression<TSource, TDestination, TMember>> memberOptions
        );
        IMappingExpression<TDestination, TSource> ReverseMap();
        IMappingExpression<TSource, TDestination> AfterMap(Action<TSource, TDestination> afterFunction);
    }

    public interface IMemberConfigurationExpression<TSource, TDestination, TMember>
    {
        void MapFrom<TSourceMember>(Expression<Func<TSource, TSourceMember>> mapExpression);
        void Ignore();
    }
}

namespace AutoMapper.QueryableExtensions
{
    public static class Extensions
    {
        public static IQueryable<TDestination> ProjectTo<TDestination>(this IQueryable source, IConfigurationProvider configuration) =>
            throw null!;
    }
}
