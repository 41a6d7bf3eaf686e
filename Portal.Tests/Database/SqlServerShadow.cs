using System.Collections;
using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Portal.Server.Platform.Database;

namespace Portal.Tests.Database;

/// <summary>
/// No SQL Server runs here, yet every query must. So whatever LINQ query any test makes on SQLite is translated for SQL
/// Server as well, and the text is read by Microsoft's T-SQL grammar; a query that fails there fails its test here.
/// </summary>
internal sealed class SqlServerShadow : IQueryExpressionInterceptor
{
    public static readonly SqlServerShadow Instance = new();

    private static readonly MethodInfo _translate =
        typeof(SqlServerShadow).GetMethod(nameof(Translate), BindingFlags.NonPublic | BindingFlags.Static)!;

    private readonly ConcurrentDictionary<string, byte> _checked = new();

    /// <summary>The distinct statements that were translated and parsed so far.</summary>
    public IReadOnlyCollection<string> Statements => [.. _checked.Keys];

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
    {
        if (eventData.Context is SqlitePortalDbContext)
        {
            foreach (var statement in Translate(queryExpression).Where(statement => _checked.TryAdd(statement, 0)))
            {
                TransactSql.AssertParses(statement);
            }
        }

        return queryExpression;
    }

    /// <summary>The statements that a query expression becomes on SQL Server.</summary>
    public static IReadOnlyList<string> Translate(Expression query)
    {
        var recorder = new StatementRecorder();
        var options = new DbContextOptionsBuilder<SqlServerPortalDbContext>()
            .UseSqlServer("Server=nowhere").AddInterceptors(recorder.Interceptors).Options;
        using var context = new SqlServerPortalDbContext(options, new OpenGate());
        var ownQuery = new RootSwap(context.Model).Visit(query);
        var result = ownQuery.Type.IsAssignableTo(typeof(IQueryable))
            ? typeof(IEnumerable<>).MakeGenericType(ownQuery.Type.GetGenericArguments()[0])
            : ownQuery.Type;
        try
        {
            _translate.MakeGenericMethod(result).Invoke(null, [context, ownQuery, recorder]);
        }
        catch (TargetInvocationException failed)
        {
            throw new InvalidOperationException(
                $"SQL Server cannot run this query: {failed.InnerException!.Message}", failed.InnerException);
        }

        return recorder.Statements;
    }

    private static void Translate<TResult>(SqlServerPortalDbContext context, Expression query, StatementRecorder recorder)
    {
        var compiled = context.GetService<IQueryCompilationContextFactory>().Create(async: false)
            .CreateQueryExecutor<TResult>(query);
        var queryContext = context.GetService<IQueryContextFactory>().Create();
        foreach (var parameter in Parameters.In(query))
        {
            queryContext.Parameters[parameter.Name] = SampleValues.Of(parameter.Type);
        }

        try
        {
            if (compiled(queryContext) is IEnumerable rows and not string)
            {
                rows.GetEnumerator().MoveNext();
            }
        }
        catch (Exception) when (recorder.Statements.Count > 0)
        {
            // The recorder answers with nothing, and a query that must find one row says so: the text is what counts.
        }
    }

    /// <summary>The tables of the query are those of the SQL Server model.</summary>
    private sealed class RootSwap(IModel model) : ExpressionVisitor
    {
        protected override Expression VisitExtension(Expression node) => node is EntityQueryRootExpression root
            ? new EntityQueryRootExpression(model.FindEntityType(root.EntityType.Name)!)
            : node is QueryParameterExpression ? node : base.VisitExtension(node);
    }

    private sealed class Parameters : ExpressionVisitor
    {
        private readonly Dictionary<string, QueryParameterExpression> _found = [];

        public static IEnumerable<QueryParameterExpression> In(Expression query)
        {
            var visitor = new Parameters();
            visitor.Visit(query);
            return visitor._found.Values;
        }

        protected override Expression VisitExtension(Expression node)
        {
            if (node is QueryParameterExpression parameter)
            {
                _found[parameter.Name] = parameter;
                return node;
            }

            return node is EntityQueryRootExpression ? node : base.VisitExtension(node);
        }
    }
}
